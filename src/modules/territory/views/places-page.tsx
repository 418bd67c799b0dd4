import { inSentence } from '#platform/text/in-sentence.ts'
import { Button, EmptyState, Panel, PublicPage, Select, TextInput, useView } from '#platform/ui/index.ts'
import type { FormedUnit, UnitGroup } from '../unit-groups.ts'
import type { FoundUnit } from '../unit-search-store.ts'
import type { Unit } from '../unit-store.ts'

interface PlacesPageProps {
  province: Unit
  provinces: readonly Unit[]
  search: string
  /** Null when nothing was looked for. */
  found: readonly FoundUnit[] | null
  groups: readonly UnitGroup[]
}

/** The communes of a province, what each was formed from, and a search by any name of today or before. */
export function PlacesPage({ province, provinces, search, found, groups }: PlacesPageProps) {
  const { t, locale } = useView()
  const { name } = province
  const lead = t('territory:lead', { province: locale === 'vi' ? inSentence(name) : name })
  const count = groups.reduce((sum, { units }) => sum + units.length, 0)
  return (
    <PublicPage title={`${t('territory:title')}: ${province.name}`} description={lead}>
      <div class="wrap py-8">
        <h1 class="text-3xl">{t('territory:title')}</h1>
        <p class="mt-2 max-w-3xl text-ink-2">{lead}</p>
        <form method="get" class="noprint mt-6 grid items-end gap-4 md:grid-cols-[2fr_1fr_auto]">
          <TextInput
            label={t('territory:search')}
            hint={t('territory:search_hint')}
            name="q"
            type="search"
            value={search}
          />
          <Select
            label={t('territory:province')}
            name="tinh"
            value={province.id}
            options={provinces.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button variant="primary" icon="search">
            {t('territory:search_button')}
          </Button>
        </form>
        {found ? (
          <Found {...{ found, search, province }} />
        ) : (
          <>
            <p class="mt-8 font-semibold">{t('territory:count', { n: count })}</p>
            {groups.map((group) => (
              <Group key={group.district} {...group} />
            ))}
          </>
        )}
        <p class="mt-8 text-sm text-ink-2">{t('territory:map_note')}</p>
      </div>
    </PublicPage>
  )
}

function Group({ district, units }: UnitGroup) {
  const { t } = useView()
  return (
    <Panel title={district ?? t('territory:other_districts')} class="mt-6">
      <ul class="grid gap-x-8 gap-y-3 md:grid-cols-2">
        {units.map((formed) => (
          <PlaceLine key={formed.unit.id} {...formed} />
        ))}
      </ul>
    </Panel>
  )
}

function PlaceLine({ unit, formedFrom }: FormedUnit) {
  const { t } = useView()
  const names = [...new Set(formedFrom.map(({ name }) => name))]
  return (
    <li>
      <b>{unit.name}</b> <span class="text-sm text-ink-2">{unit.code}</span>
      {names.length > 0 && (
        <span class="block text-sm text-ink-2">
          {t('territory:formed_from')}: {names.join(', ')}
        </span>
      )}
    </li>
  )
}

function Found({ found, search, province }: Pick<PlacesPageProps, 'search' | 'province'> & FoundList) {
  const { t } = useView()
  const all = <Button href={`/dia-phuong?tinh=${province.id}`}>{t('territory:all')}</Button>
  if (found.length === 0) {
    return (
      <EmptyState icon="map-pin-off" title={t('territory:nothing.title', { text: search })} action={all}>
        {t('territory:nothing.text')}
      </EmptyState>
    )
  }
  return (
    <Panel title={t('territory:found', { n: found.length, text: search })} class="mt-8" actions={all}>
      <ul class="space-y-3">
        {found.map(({ id, code, name, viaName, parentName }) => (
          <li key={id}>
            <b>{name}</b> <span class="text-sm text-ink-2">{code}</span>
            <span class="block text-sm text-ink-2">
              {[parentName, viaName && t('territory:via', { name: viaName })].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface FoundList {
  found: readonly FoundUnit[]
}
