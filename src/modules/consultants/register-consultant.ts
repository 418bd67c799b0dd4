import { findUnit, type UnitTables } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { type CheckedFile, checkUpload, type Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { ConsultantState } from './consultant-fields.ts'
import {
  type ConsultantFaults,
  consultantColumns,
  consultantFaults,
  type TypedConsultant,
} from './consultant-form.ts'
import { keepsRegister, mayApply } from './consultant-rights.ts'
import { findConsultantOf, insertConsultant, insertDecision, insertMember } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'
import { type Decision, decisionFaults } from './decision.ts'

type Tables = ConsultantTables & UnitTables

interface Registration {
  typed: TypedConsultant
  /** The proof of training. */
  upload: Upload | null
  /** The province that keeps the register. */
  unitPath: string
  isDemo?: boolean
}

/**
 * An officer registers a consultant by a decision of the province.
 * @throws Refusal `forbidden`; `invalid` with `faults`, and `scan` for what is wrong with the file; `conflict`
 *   `consultants.registered_already` when another has the tax code
 */
export async function registerConsultant(
  ctx: Ctx<Tables>,
  files: FileStore,
  input: Registration & { decision: Omit<Decision, 'reason'> },
): Promise<{ id: string }> {
  if (!keepsRegister(ctx.actor, input.unitPath)) throw new Refusal('forbidden', 'consultants.not_the_keeper')
  const decision = { ...input.decision, reason: '' }
  const file = await checked(ctx, input, decisionFaults('register', decision, dayOf(ctx.now)))
  return inTransaction(ctx, async (ctx) => {
    const { number, decidedOn } = decision
    const id = await insert(ctx, files, {
      ...input,
      file,
      state: 'active',
      activeSince: decidedOn,
      appliedBy: null,
    })
    await insertDecision(ctx.db, {
      id: newId(ctx.now.getTime()),
      consultantId: id,
      no: 1,
      outcome: 'register',
      number,
      decidedOn,
      reason: null,
      decidedBy: ctx.actor.id,
      decidedAt: ctx.now,
    })
    await record(ctx, 'consultant.registered', `consultant:${id}`, { number, decidedOn })
    return { id }
  })
}

/**
 * Somebody who holds the role of a consultant asks to be registered, for themselves or for their organisation; the
 * province decides.
 * @throws Refusal as `registerConsultant`; the proof of training is needed here; `consultants.works_already`
 */
export async function applyAsConsultant(
  ctx: Ctx<Tables>,
  files: FileStore,
  input: Registration,
): Promise<{ id: string }> {
  const personId = ctx.actor.id
  if (personId === null || !mayApply(ctx.actor, input.unitPath))
    throw new Refusal('forbidden', 'consultants.not_a_consultant')
  const file = await checked(ctx, input, input.upload ? {} : { file: 'missing' })
  return inTransaction(ctx, async (ctx) => {
    if (await findConsultantOf(ctx.db, personId)) throw new Refusal('conflict', 'consultants.works_already')
    const id = await insert(ctx, files, {
      ...input,
      file,
      state: 'applied',
      activeSince: null,
      appliedBy: personId,
    })
    const joined = {
      id: newId(ctx.now.getTime()),
      consultantId: id,
      personId,
      joinedOn: dayOf(ctx.now),
      leftOn: null,
    }
    if (!(await insertMember(ctx.db, joined))) throw new Refusal('conflict', 'consultants.works_already')
    await record(ctx, 'consultant.applied', `consultant:${id}`, { name: input.typed.name })
    return { id }
  })
}

/** The file of a faultless form. */
async function checked(
  ctx: Ctx<Tables>,
  { typed, upload }: Registration,
  more: ConsultantFaults & Record<string, string>,
): Promise<CheckedFile | null> {
  const faults = { ...consultantFaults(typed, dayOf(ctx.now)), ...more }
  const { file, scan } = await checkScan(upload)
  if (scan || Object.keys(faults).length > 0)
    throw new Refusal('invalid', 'consultants.faulty', { faults, scan })
  return file
}

/** The file as far as it can be taken; what is wrong with it otherwise. */
export async function checkScan(
  upload: Upload | null,
): Promise<{ file: CheckedFile | null; scan: Refusal | null }> {
  if (!upload) return { file: null, scan: null }
  try {
    return { file: await checkUpload(upload), scan: null }
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.kind === 'invalid') return { file: null, scan: thrown }
    throw thrown
  }
}

interface NewRow extends Registration {
  file: CheckedFile | null
  state: ConsultantState
  activeSince: string | null
  appliedBy: string | null
}

async function insert(ctx: Ctx<Tables>, files: FileStore, row: NewRow): Promise<string> {
  const { typed, unitPath, file, state, activeSince, appliedBy, isDemo = false } = row
  const unit = await findUnit(ctx.db, unitPath.split('/').at(-1) ?? '')
  if (!unit) throw new Refusal('invalid', 'consultants.no_province')
  const id = newId(ctx.now.getTime())
  const kept = file ? await keepFile(ctx, files, file) : null
  const added = await insertConsultant(ctx.db, {
    id,
    ...consultantColumns(typed),
    unitId: unit.id,
    unitPath,
    trainingFileId: kept?.id ?? null,
    state,
    activeSince,
    appliedBy,
    isDemo,
    createdAt: ctx.now,
    createdBy: ctx.actor.id,
    updatedAt: ctx.now,
  })
  if (!added) throw new Refusal('conflict', 'consultants.registered_already')
  return id
}
