import { dayOf, showDay } from '#platform/dates.ts'
import { DemoLabel, EmptyState, StatusBadge, Table, type Tone, useView } from '#platform/ui/index.ts'
import type { Side } from '../mandate-parts.ts'
import { type MandateStanding, mandateStanding } from '../mandate-standing.ts'
import type { PlacedMandate } from '../mandate-store.ts'

interface MandateTableProps {
  mandates: readonly PlacedMandate[]
  /** Whose list it is: the other side is named. */
  side: Side | null
}

/** Mandates as lines: with whom, over what, from when to when, where they stand. */
export function MandateTable({ mandates, side }: MandateTableProps) {
  const { t } = useView()
  return (
    <Table
      caption={t('consultants:mandates.title')}
      head={['code', 'between', 'over', 'term', 'standing'].map((one) => ({
        label: t(`consultants:mandates.column.${one}`),
      }))}
      rows={mandates.map((mandate) => [
        <a key="code" class="lnk whitespace-nowrap font-semibold" href={`/mandates/${mandate.id}`}>
          {mandate.code}
        </a>,
        <Between key="between" mandate={mandate} side={side} />,
        <Over key="over" mandate={mandate} />,
        <span key="term" class="sm:whitespace-nowrap">
          {showDay(mandate.fromOn)} – {showDay(mandate.toOn)}
        </span>,
        <MandateBadge key="standing" mandate={mandate} />,
      ])}
      empty={
        <EmptyState icon="handshake" title={t('consultants:mandates.none')}>
          {t('consultants:mandates.none_text')}
        </EmptyState>
      }
    />
  )
}

function Between({ mandate, side }: { mandate: PlacedMandate; side: Side | null }) {
  const { consultantName, producerName, isDemo } = mandate
  return (
    <div>
      {side !== 'consultant' && <p>{consultantName}</p>}
      {side !== 'producer' && <p class={side ? undefined : 'text-ink-2'}>{producerName}</p>}
      {isDemo && <DemoLabel />}
    </div>
  )
}

function Over({ mandate }: { mandate: PlacedMandate }) {
  const { t } = useView()
  const { content, parts } = mandate
  const products = content.products.map(({ name }) => name).join(', ') || t('consultants:mandate.whole')
  return (
    <div>
      <p>{products}</p>
      <p class="text-sm text-ink-2">{parts.map((part) => t(`consultants:part.${part}`)).join(', ')}</p>
    </div>
  )
}

const tones: Readonly<Record<MandateStanding, Tone>> = {
  proposed: 'info',
  refused: 'neutral',
  ahead: 'info',
  in_force: 'success',
  finished: 'neutral',
  ended: 'warning',
}

/** Where a mandate stands today. */
export function MandateBadge({ mandate }: { mandate: PlacedMandate }) {
  const { t, now } = useView()
  const standing = mandateStanding(mandate, dayOf(now))
  return <StatusBadge tone={tones[standing]}>{t(`consultants:standing.${standing}`)}</StatusBadge>
}
