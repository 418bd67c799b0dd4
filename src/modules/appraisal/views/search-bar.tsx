import { Button, SearchInput, useView } from '#platform/ui/index.ts'

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
          <SearchInput
            label={t('appraisal:list.search')}
            placeholder={t(action === '/samples' ? 'appraisal:sample.search_in' : 'appraisal:list.search_in')}
            value={search}
          />
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
