import { showDay } from '#platform/dates.ts'
import {
  Button,
  DemoLabel,
  EmptyState,
  Panel,
  StatusBadge,
  Table,
  Tabs,
  TextInput,
  type Tone,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { type ConsultantState, consultantStates } from '../consultant-fields.ts'
import type { ConsultantRow } from '../consultant-tables.ts'

interface ConsultantsPageProps {
  lines: readonly ConsultantRow[]
  state: ConsultantState | undefined
  counts: Readonly<Record<string, number>>
  total: number
  search: string
  /** Whether the reader keeps the register. */
  keeps: boolean
}

/** The register of consultants as officers read it. */
export function ConsultantsPage({ lines, state, counts, total, search, keeps }: ConsultantsPageProps) {
  const { t } = useView()
  const href = (path: string, one = state) =>
    `${path}?${new URLSearchParams({ ...(one ? { state: one } : {}), ...(search ? { q: search } : {}) })}`
  const tabs = consultantStates.map((one) => ({
    href: href('/consultants', one),
    label: t(`consultants:state.${one}`),
    count: counts[one] ?? 0,
    current: one === state,
    urgent: one === 'applied',
  }))
  const all = { href: search ? `/consultants?q=${encodeURIComponent(search)}` : '/consultants' }
  return (
    <WorkPage
      title={t('consultants:title')}
      actions={
        <>
          <Button href="/mandates" icon="handshake">
            {t('consultants:mandates.title')}
          </Button>
          <Button href={href('/consultants.xlsx')} icon="file-spreadsheet" download>
            {t('consultants:excel')}
          </Button>
          {keeps && (
            <Button href="/consultants/new" variant="primary" icon="plus">
              {t('consultants:new')}
            </Button>
          )}
        </>
      }
    >
      <Tabs items={[{ ...all, label: t('consultants:all'), count: total, current: !state }, ...tabs]} />
      <form method="get" class="noprint mt-4 flex flex-wrap items-end gap-3">
        {state && <input type="hidden" name="state" value={state} />}
        <TextInput label={t('consultants:search')} name="q" type="search" value={search} />
        <Button icon="search">{t('consultants:search_go')}</Button>
      </form>
      <Panel flush class="mt-4">
        <Table
          caption={t('consultants:title')}
          head={['name', 'fields', 'activeSince', 'state'].map((field) => ({
            label: t(`consultants:field.${field}`),
          }))}
          rows={lines.map(cellsOf)}
          empty={
            <EmptyState icon="graduation-cap" title={t('consultants:none.title')}>
              {t(search || state ? 'consultants:none.filtered' : 'consultants:none.text')}
            </EmptyState>
          }
        />
      </Panel>
    </WorkPage>
  )
}

const cellsOf = (one: ConsultantRow) => [
  <NameCell key="name" one={one} />,
  <FieldWords key="fields" fields={one.fields} />,
  one.activeSince ? showDay(one.activeSince) : '–',
  <ConsultantBadge key="state" state={one.state} />,
]

function NameCell({ one }: { one: ConsultantRow }) {
  const { t } = useView()
  return (
    <div>
      <a class="lnk font-semibold" href={`/consultants/${one.id}`}>
        {one.name}
      </a>
      <p class="text-sm text-ink-2">{t(`consultants:kind.${one.kind}`)}</p>
      {one.isDemo && <DemoLabel />}
    </div>
  )
}

/** What a consultant is asked for, in words. */
export function FieldWords({ fields }: { fields: readonly string[] }) {
  const { t } = useView()
  return <>{fields.map((field) => t(`consultants:fields.${field}`)).join('; ')}</>
}

const tones: Readonly<Record<ConsultantState, Tone>> = {
  applied: 'info',
  declined: 'neutral',
  active: 'success',
  suspended: 'warning',
  removed: 'error',
}

/** Where a consultant stands in the register. */
export function ConsultantBadge({ state }: { state: ConsultantState }) {
  const { t } = useView()
  return <StatusBadge tone={tones[state]}>{t(`consultants:state.${state}`)}</StatusBadge>
}
