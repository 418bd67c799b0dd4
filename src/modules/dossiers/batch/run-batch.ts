import { unitPathsOf } from '#modules/people/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { giveToColleague } from '../assign-holder.ts'
import { checkDossier } from '../check-dossier.ts'
import type { DossierTables } from '../dossier-store.ts'
import { lockDossier, refuseOldVersion } from '../get-dossier.ts'
import { carryDossier } from '../rounds/carry-dossier.ts'
import type { BatchStep } from './batch-steps.ts'
import { findBatch, insertBatch, insertBatchLine, setBatchFacts } from './batch-store.ts'
import { judgeDossier } from './judge-dossier.ts'

export interface BatchOrder {
  /** Made with the summary: pressing twice brings the same, and does nothing twice. */
  batchId: string
  step: BatchStep
  dossiers: readonly { id: string; version: number | undefined }[]
  /** Who gets the dossiers. */
  personId: string
  /** Why those cannot be finished in their round. */
  note: string
  /** Where they are carried; left out, the first that takes each. */
  toRoundId?: string | undefined
}

/**
 * Does one thing with several dossiers, each in a transaction of its own: one that is refused leaves the others as they
 * are, and says why. Begun again after an interruption it goes on where it stopped.
 */
export async function runBatch(ctx: Ctx<DossierTables>, order: BatchOrder): Promise<void> {
  const { batchId, step, dossiers } = order
  const personId = ctx.actor.id
  if (personId === null || unitPathsOf(ctx.actor, 'province_officer').length === 0)
    throw new Refusal('forbidden', 'batch.for_the_province')
  if (step === 'assign' && order.personId === '') throw new Refusal('invalid', 'batch.person_missing')
  const dossierIds = dossiers.map(({ id }) => id)
  const isNew = await insertBatch(ctx.db, { id: batchId, step, personId, dossierIds, startedAt: ctx.now })
  if (!isNew && (await findBatch(ctx.db, batchId, personId))?.step !== step)
    throw new Refusal('not_found', 'batch.unknown')
  for (const dossier of dossiers) await doOne(ctx, order, dossier)
}

async function doOne(
  ctx: Ctx<DossierTables>,
  order: BatchOrder,
  { id: dossierId, version }: BatchOrder['dossiers'][number],
): Promise<void> {
  const line = { batchId: order.batchId, dossierId }
  try {
    await inTransaction(ctx, async (ctx) => {
      // Locked first: of a dossier that is out of reach there is no line either.
      const dossier = await lockDossier(ctx, dossierId)
      const done = { ...line, outcome: 'done' as const, code: null, facts: {} }
      if (!(await insertBatchLine(ctx.db, done))) return
      refuseOldVersion(dossier, version)
      const { refusal } = await judgeDossier(ctx, order.step, dossier)
      if (refusal) throw refusal
      if (order.step === 'assign' && dossier.holderId === order.personId)
        throw new Refusal('conflict', 'batch.holds_already')
      await setBatchFacts(ctx.db, { ...line, facts: await acts[order.step](ctx, dossierId, order) })
    })
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    if (thrown.kind === 'not_found') return
    const { code, facts } = thrown
    await insertBatchLine(ctx.db, { ...line, outcome: 'refused', code, facts })
  }
}

type Act = (ctx: Ctx<DossierTables>, dossierId: string, order: BatchOrder) => Promise<Record<string, unknown>>

const acts: Readonly<Record<BatchStep, Act>> = {
  async assign(ctx, dossierId, { personId }) {
    await giveToColleague(ctx, { dossierId, personId })
    return {}
  },
  check: (ctx, dossierId) => checkDossier(ctx, { dossierId }),
  carry: (ctx, dossierId, { note, toRoundId }) => carryDossier(ctx, { dossierId, note, toRoundId }),
}
