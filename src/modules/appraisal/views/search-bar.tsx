import { Button, Icon, useView } from '#platform/ui/index.ts'

interface SearchBarProps {
  action: string
  tab: string
  search: string
  sheetHref: string
}

/** Searching in a tab of a list, and taking the list away as a sheet. */
export function SearchBar({ action, tab, search, sheetHref }: SearchBarProps) {
  const { t } = useView()
  return (
    <div class="noprint mt-4 flex flex-wrap gap-3">
      <search class="min-w-0 flex-1 max-sm:basis-full">
        <form method="get" action={action} class="flex flex-wrap gap-3">
          <input type="hidden" name="tab" value={tab} />
          <label class="input w-full bg-base-100 sm:max-w-sm sm:flex-1">
            <Icon name="search" class="text-ink-2" />
            <span class="sr-only">{t('appraisal:list.search')}</span>
            <input
              type="search"
              name="q"
              value={search}
              maxlength={100}
              placeholder={t(
                action === '/samples' ? 'appraisal:sample.search_in' : 'appraisal:list.search_in',
              )}
            />
          </label>
          <Button type="submit" icon="search">
            {t('appraisal:list.search')}
          </Button>
        </form>
      </search>
      <Button href={sheetHref} icon="download">
        {t('appraisal:list.sheet_out')}
      </Button>
    </div>
  )
}
