import { Button, SearchInput } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'

interface ListBarProps {
  action: string
  tab: string
  search: string
  kind: string
  mine: boolean
  sheetHref: string
}

const kinds = ['first', 'upgrade', 'reassessment'] as const

/** Searching and narrowing a list of dossiers, and taking it away as a sheet. */
export function ListBar({ action, tab, search, kind, mine, sheetHref }: ListBarProps) {
  const { t } = useView()
  return (
    <div class="noprint mt-4 flex flex-wrap gap-3">
      <search class="min-w-0 flex-1">
        <form method="get" action={action} class="flex flex-wrap gap-3">
          <input type="hidden" name="tab" value={tab} />
          <SearchInput
            label={t('dossiers:page.desk.search')}
            placeholder={t('dossiers:page.desk.search_in')}
            value={search}
          />
          <label class="max-sm:basis-full">
            <span class="sr-only">{t('dossiers:page.desk.kind')}</span>
            <select class="select w-full bg-base-100 sm:w-48" name="kind">
              <option value="">{t('dossiers:page.desk.any_kind')}</option>
              {kinds.map((one) => (
                <option key={one} value={one} selected={one === kind}>
                  {t(`dossiers:kind.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label class="flex min-h-11 items-center gap-2">
            <input type="checkbox" class="checkbox" name="holder" value="me" checked={mine} />
            {t('dossiers:page.desk.mine')}
          </label>
          <Button type="submit" icon="sliders-horizontal">
            {t('dossiers:page.desk.filter')}
          </Button>
        </form>
      </search>
      <Button href={sheetHref} icon="download" class="max-sm:hidden">
        {t('dossiers:page.desk.sheet_out')}
      </Button>
    </div>
  )
}
