import { Button, Icon, TextInput } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'

interface UnitPickerProps {
  /** The page that asks, without its query. */
  page: string
  /** What of the query stays. */
  keep: Readonly<Record<string, string>>
  find: string
  units: readonly { id: string; name: string }[]
}

/** Finds an administrative unit by name: first a search, then one of its answers, as links. */
export function UnitPicker({ page, keep, find, units }: UnitPickerProps) {
  const { t } = useView()
  const kept = Object.entries(keep).filter(([, value]) => value !== '')
  return (
    <div class="space-y-4">
      <form method="get" action={page} class="flex flex-wrap items-end gap-3">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="min-w-60 flex-1">
          <TextInput
            label={t('people:invitations.unit_search')}
            name="find"
            type="search"
            value={find}
            class="w-full"
          />
        </div>
        <Button icon="search">{t('people:invitations.find_unit')}</Button>
      </form>
      {units.length === 0 && <p class="text-ink-2">{t('people:invitations.no_unit')}</p>}
      <ul class="divide-y divide-line">
        {units.map(({ id, name }) => (
          <li key={id}>
            <a
              class="flex min-h-11 items-center gap-2 py-2 font-medium"
              href={`${page}?${new URLSearchParams({ ...Object.fromEntries(kept), unit: id })}`}
            >
              <Icon name="map-pin" />
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
