import type { CriteriaSet } from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'
import { DemoLabel, Facts, Panel, StatusBadge } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { type FixReason, type FixTarget, isContentTarget } from '../fix-target.ts'
import type { DossierState } from '../workflow.ts'
import { partName } from './part-name.ts'
import { StateBadge } from './state-badge.tsx'

/** What anybody is told who holds the code of a dossier. */
export interface LookedUp {
  code: string
  receipt: string | null
  state: DossierState
  communeName: string
  receivedOn: Day | null
  /** The last day of the commune, while its clock runs. */
  dueOn: Day | null
  asked: { dueOn: Day; items: readonly { target: FixTarget; reason: FixReason; mended: boolean }[] } | null
  set: CriteriaSet
  isDemo: boolean
}

/** How the dossier stands, in plain words, and what its household has to do. */
export function LookUpResult({ found }: { found: LookedUp }) {
  const { t } = useView()
  const { code, receipt, state, communeName, receivedOn, dueOn, isDemo } = found
  const known = (key: string, value: string | null) =>
    value ? [[t(`dossiers:page.look_up.fact.${key}`), value] as const] : []
  return (
    <div class="mt-6 grid gap-5">
      <Panel
        title={t('dossiers:page.look_up.stands')}
        actions={
          <>
            <StateBadge state={state} />
            {isDemo && <DemoLabel />}
          </>
        }
      >
        <p class="text-lg">{t(`dossiers:page.filing.next.${state}`)}</p>
        <div class="mt-4">
          <Facts
            items={[
              ...known('code', code),
              ...known('receipt', receipt),
              ...known('commune', communeName),
              ...known('receivedOn', receivedOn && t('dossiers:page.look_up.day', { day: receivedOn })),
              ...known('dueOn', dueOn && t('dossiers:page.look_up.day', { day: dueOn })),
            ]}
          />
        </div>
      </Panel>
      <AskedPanel found={found} />
      <p class="text-ink-2">{t('dossiers:page.look_up.help', { commune: communeName })}</p>
    </div>
  )
}

function AskedPanel({ found: { asked, set } }: { found: LookedUp }) {
  const view = useView()
  const { t } = view
  const items = asked?.items.filter(({ target }) => !isContentTarget(target)) ?? []
  if (!asked || items.length === 0) return null
  return (
    <Panel
      flush
      title={t('dossiers:page.look_up.asked', { day: asked.dueOn })}
      lead={t('dossiers:page.look_up.asked_lead')}
    >
      <ul>
        {items.map(({ target, reason, mended }) => (
          <li key={target} class="flex flex-wrap items-center gap-2 border-b border-line p-4 last:border-b-0">
            <b>{partName(target, set, view)}</b>
            <StatusBadge tone="warning">{t(`dossiers:reason.${reason}`)}</StatusBadge>
            {mended && <StatusBadge tone="success">{t('dossiers:page.dossier.mended')}</StatusBadge>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
