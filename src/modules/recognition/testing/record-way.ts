import type { Kysely } from 'kysely'
import { type DossierState, stepsOfWorkflow } from '#modules/dossiers/index.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import { record } from '#platform/events/record.ts'
import { testCtx } from '#platform/testing/test-ctx.ts'

const toCouncil: readonly DossierState[] = [
  'draft',
  'submitted',
  'received',
  'proposed',
  'checked',
  'in_council',
]

/** Records the steps by which a dossier that was made at once would have come to its state. */
export async function recordWay(
  db: Kysely<EventTables>,
  { dossierId, state, at }: { dossierId: string; state: DossierState; at: Date },
): Promise<void> {
  const ctx = testCtx(db, { now: at })
  await record(ctx, 'dossier.opened', `dossier:${dossierId}`)
  const way = wayTo(state)
  for (const [place, to] of way.entries()) {
    const from = way[place - 1]
    const step = stepsOfWorkflow().find((one) => one.from === from && one.to === to)
    if (step) await record(ctx, step.event, `dossier:${dossierId}`, { from, to })
  }
}

function wayTo(state: DossierState): DossierState[] {
  if (state === 'in_council') return [...toCouncil]
  if (state === 'scored' || state === 'rejected') return [...toCouncil, state]
  return [...toCouncil, 'scored', state]
}
