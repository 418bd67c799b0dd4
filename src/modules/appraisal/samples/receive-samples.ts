import {
  criteriaOfDossier,
  type DossierState,
  provincePathOf,
  samplesAsked,
} from '#modules/dossiers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import { Refusal } from '#platform/refusal.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { moveFaults, type TypedMove, unitsOf } from './move-form.ts'
import { askToHandle, getSampled } from './sample-rights.ts'
import { insertLot, insertMove } from './sample-store.ts'

/** States in which samples may still come in: from the commune's proposal until the council has scored. */
const states: readonly DossierState[] = ['proposed', 'checked', 'in_council']

export function mayReceiveSamples({ state }: { state: DossierState }): boolean {
  return states.includes(state)
}

/**
 * The province receives units of the product that the commune sent with its proposal: 5, tourism apart (QĐ 26/2026/QĐ-TTg,
 * art. 6.2d, 7.2). Fewer are received with a reason; a later delivery is another lot.
 * @throws Refusal `invalid` with `faults`, `forbidden`, `conflict` for tourism or once a result stands
 */
export function receiveSamples(
  ctx: Ctx<AppraisalTables>,
  { dossierId, typed }: { dossierId: string; typed: TypedMove },
): Promise<{ id: string; code: string }> {
  return inTransaction(ctx, async (ctx) => {
    const dossier = await getSampled(ctx, dossierId)
    askToHandle(ctx, dossier)
    if (!mayReceiveSamples(dossier)) throw new Refusal('conflict', 'appraisal.no_more_samples')
    const { kind } = await criteriaOfDossier(ctx.db, dossier)
    if (kind === 'tourism') throw new Refusal('conflict', 'appraisal.tourism_has_no_samples')
    const faults = moveFaults('receive', typed, samplesAsked)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'appraisal.faulty', { faults })

    const id = newId(ctx.now.getTime())
    const year = yearOf(dayOf(ctx.now))
    const number = await takeNumber(ctx, { series: 'sample', year, subject: `sample_lot:${id}` })
    const code = `MAU-${year}-${String(number).padStart(6, '0')}`
    const units = unitsOf(typed)
    const { counterpart, condition } = typed
    const keeper = { keeperId: ctx.actor.id ?? '', createdAt: ctx.now, isDemo: dossier.isDemo }
    const provincePath = provincePathOf(dossier.unitPath)
    await insertLot(ctx.db, { id, code, dossierId, provincePath, received: units, condition, ...keeper })
    await insertMove(ctx.db, {
      ...{ id: newId(ctx.now.getTime()), lotId: id, kind: 'receive', units, counterpart, condition },
      ...{ sealNo: null, place: null, blindCode: null, reason: typed.reason || null },
      ...{ movedBy: ctx.actor.id, movedAt: ctx.now },
    })
    const facts = { dossierId, code, units, from: counterpart, condition, reason: typed.reason }
    await record(ctx, 'sample_lot.received', `sample_lot:${id}`, facts)
    return { id, code }
  })
}
