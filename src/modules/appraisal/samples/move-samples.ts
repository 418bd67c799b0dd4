import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { blindCode } from './blind-code.ts'
import { countsUnits, moveFaults, type TypedMove, unitsOf } from './move-form.ts'
import { isTakingOut, type Step, stepsOf } from './move-kinds.ts'
import { askToHandle, getLot } from './sample-rights.ts'
import {
  changeLot,
  insertMove,
  type LotChange,
  putUnitsBack,
  type SampleLot,
  type SampleMove,
  takeUnits,
} from './sample-store.ts'

export interface MovedSamples {
  lotId: string
  step: Step
  typed: TypedMove
}

const eventOf: Readonly<Record<Step, string>> = {
  seal: 'sealed',
  store: 'stored',
  take_over: 'taken_over',
  tasting: 'taken_to_tasting',
  bring_back: 'brought_back',
  test: 'sent_to_test',
  return: 'returned',
  destroy: 'destroyed',
  lose: 'lost',
}

/** How many codes are drawn before somebody is asked to try again; one is nearly always free. */
const draws = 8

/**
 * Whoever holds the samples takes the next step with them: seals, stores, takes them to a tasting under a new blind code,
 * sends them to a laboratory, returns or destroys them, or writes down what was lost. Anybody else who handles samples
 * there first takes them over.
 * @throws Refusal `forbidden` for who does not hold them, `conflict` where the step does not lead on or fewer are kept,
 *   `invalid` with `faults`
 */
export function moveSamples(
  ctx: Ctx<AppraisalTables>,
  { lotId, step, typed }: MovedSamples,
): Promise<{ moveId: string; blindCode: string | null }> {
  return inTransaction(ctx, async (ctx) => {
    const { lot, dossier } = await getLot(ctx, lotId, 'update')
    askToHandle(ctx, dossier)
    askForStep(ctx, lot, step)
    const faults = moveFaults(step, typed)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'appraisal.faulty', { faults })
    const units = countsUnits(step) ? unitsOf(typed) : lot.kept
    await changeCounts(ctx, lot, { step, typed, units })
    const move = await writeMove(ctx, lot, { step, typed, units })
    const { counterpart, sealNo, place, condition, reason } = move
    // The code is not told: events are read by more people than may know what it stands for.
    const facts = { dossierId: lot.dossierId, units, counterpart, sealNo, place, condition, reason }
    await record(ctx, `sample_lot.${eventOf[step]}`, `sample_lot:${lot.id}`, facts)
    return { moveId: move.id, blindCode: move.blindCode }
  })
}

function askForStep({ actor }: Ctx<AppraisalTables>, lot: SampleLot, step: Step): void {
  const isKeeper = lot.keeperId === actor.id
  if (stepsOf({ ...lot, isKeeper }).includes(step)) return
  if (!isKeeper && stepsOf({ ...lot, isKeeper: true }).includes(step))
    throw new Refusal('forbidden', 'appraisal.not_the_keeper')
  throw new Refusal('conflict', 'appraisal.sample_step_closed')
}

type Told = Omit<MovedSamples, 'lotId'> & { units: number }

/** @throws Refusal `conflict` when fewer units are there, `invalid` when the seal is on another lot */
async function changeCounts(ctx: Ctx<AppraisalTables>, lot: SampleLot, told: Told): Promise<void> {
  const { step, units } = told
  if (isTakingOut(step)) {
    if (await takeUnits(ctx.db, lot.id, { kind: step, units })) return
    throw new Refusal('conflict', 'appraisal.too_few_units', { kept: lot.kept })
  }
  if (step === 'bring_back') {
    if (await putUnitsBack(ctx.db, lot.id, units)) return
    throw new Refusal('conflict', 'appraisal.too_few_tasted', { tasted: lot.tasted })
  }
  if (await changeLot(ctx.db, lot, changeOf(ctx, told))) return
  throw new Refusal('invalid', 'appraisal.faulty', { faults: { sealNo: 'seal_taken' } })
}

function changeOf({ actor }: Ctx<AppraisalTables>, { step, typed }: Told): LotChange {
  if (step === 'seal') return { state: 'sealed', sealNo: typed.sealNo }
  if (step === 'store') return { state: 'stored', place: typed.place, condition: typed.condition }
  return { keeperId: actor.id ?? '' }
}

async function writeMove(
  ctx: Ctx<AppraisalTables>,
  lot: SampleLot,
  { step, typed, units }: Told,
): Promise<Omit<SampleMove, 'no'>> {
  const said = (text: string) => text || null
  for (let draw = 0; draw < draws; draw += 1) {
    const move = {
      ...{ id: newId(ctx.now.getTime()), lotId: lot.id, kind: step, units },
      ...{ counterpart: said(typed.counterpart), sealNo: said(typed.sealNo), place: said(typed.place) },
      ...{ condition: said(typed.condition), reason: said(typed.reason) },
      ...{ blindCode: step === 'tasting' ? blindCode() : null, movedBy: ctx.actor.id, movedAt: ctx.now },
    }
    if (await insertMove(ctx.db, move)) return move
  }
  throw new Refusal('conflict', 'appraisal.no_free_code')
}
