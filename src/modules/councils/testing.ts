import { namesOf } from '#modules/people/index.ts'
import { type Answers, type CouncilRules, type CriteriaSet, defaultRules } from '#modules/regulation/index.ts'
import { answersOf, pointsOfTotal } from '#modules/regulation/testing.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { closeDossier } from './close-dossier.ts'
import { declareConflicts } from './conflicts/declare-conflicts.ts'
import { findCouncil } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { endRound } from './discussion/end-round.ts'
import { enterFile } from './documents/enter-file.ts'
import { awaitedOf, digestOfAll, signDocuments } from './documents/sign-documents.ts'
import { handInSheet } from './hand-in-sheet.ts'
import { openSession } from './open-session.ts'
import { criteriaSetOf } from './own-sheet.ts'
import { planSession } from './plan-session.ts'
import { advises, type Position } from './positions.ts'
import type { Regulation } from './regulation/regulation.ts'
import { saveSheet } from './save-sheet.ts'
import type { SeatDecision } from './seats/seat-decision.ts'
import { findSession, listAgenda } from './session-store.ts'
import { type NewSeat, setUpCouncil } from './set-up-council.ts'
import { castVote } from './votes/cast-vote.ts'
import { closeVote } from './votes/close-vote.ts'
import { openVote } from './votes/open-vote.ts'
import type { Choice } from './votes/vote-tables.ts'

/** A person of a council, as builders are given them. */
export interface CouncilPerson {
  id: string
  name: string
  position: Position
  organisation: string
  /** The body of the law's list that the person comes from. */
  department?: string
}

/** A council of seven: the chair, a vice chair, four more who score, and a secretary who does not. */
export const councilOfSeven: readonly CouncilPerson[] = [
  { id: 'chair', name: 'Lò Văn Chung', position: 'chair', organisation: 'Ủy ban nhân dân tỉnh Sơn La' },
  {
    id: 'vice',
    name: 'Hoàng Thị Hạnh',
    position: 'vice_chair',
    organisation: 'Sở Nông nghiệp và Môi trường',
  },
  { id: 'dung', name: 'Cầm Văn Dũng', position: 'member', organisation: 'Sở Công Thương' },
  { id: 'hoa', name: 'Quàng Thị Hoa', position: 'member', organisation: 'Sở Y tế' },
  { id: 'long', name: 'Nguyễn Thành Long', position: 'member', organisation: 'Sở Khoa học và Công nghệ' },
  { id: 'mai', name: 'Lường Thị Mai', position: 'member', organisation: 'Sở Văn hóa, Thể thao và Du lịch' },
  {
    id: 'thu',
    name: 'Vũ Thị Thư',
    position: 'secretary',
    organisation: 'Văn phòng Điều phối Nông thôn mới tỉnh',
  },
]

/** Somebody who sits in a council, as the operations are given them. */
export function memberActor({ id, name, position }: CouncilPerson, unitPath = 'vn/14'): Actor {
  const role = position === 'secretary' ? 'secretary' : position.endsWith('chair') ? 'chair' : 'member'
  return { id, name, holdings: [{ role, unitPath, producerId: null }] }
}

export interface BuiltCouncil {
  councilId: string
  people: readonly CouncilPerson[]
  actor(id: string): Actor
  chair: Actor
  secretary: Actor
  /** Those who score, the chair first. */
  scorers: readonly Actor[]
}

/** Sets up a council of the given people (seven unless told) in the unit. `ctx` acts for the unit's office. */
export async function buildCouncil(
  ctx: Ctx<CouncilTables>,
  {
    unitPath = 'vn/14',
    people = councilOfSeven,
    rules = defaultRules,
    decisionNumber = '2104/QĐ-UBND',
    decidedOn = '2026-10-12',
    isDemo = true,
    regulation,
  }: {
    unitPath?: string
    people?: readonly CouncilPerson[]
    rules?: CouncilRules
    decisionNumber?: string
    decidedOn?: string
    isDemo?: boolean
    regulation?: Regulation
  } = {},
): Promise<BuiltCouncil> {
  const members = people.map(({ id, position, organisation, department = null }): NewSeat => {
    const scores = position !== 'secretary' && !advises({ position })
    return { personId: id, position, organisation, department, scores }
  })
  const decision = { decisionNumber, decidedOn, signer: 'Chủ tịch Ủy ban nhân dân tỉnh' }
  const name = 'Hội đồng đánh giá, phân hạng sản phẩm OCOP cấp tỉnh'
  const { councilId } = await setUpCouncil(ctx, {
    unitPath,
    name,
    ...decision,
    members,
    rules,
    isDemo,
    regulation,
  })
  const actor = (id: string) => {
    const person = people.find((one) => one.id === id)
    if (!person) throw new Error(`${id} is not in the council`)
    return memberActor(person, unitPath)
  }
  const inPosition = (position: Position) => actor(people.find((one) => one.position === position)?.id ?? '')
  const scorers = people
    .filter(({ position }) => position !== 'secretary' && !advises({ position }))
    .map(({ id }) => actor(id))
  return { councilId, people, actor, chair: inPosition('chair'), secretary: inPosition('secretary'), scorers }
}

/** Plans a session for the dossiers, in their order, has everybody declare that nothing ties them to it, and opens it. `ctx` acts for the unit's office. */
export async function buildSession(
  ctx: Ctx<CouncilTables>,
  council: BuiltCouncil,
  {
    dossierIds,
    name = 'Phiên chấm đợt 2/2026',
    heldOn = '2026-11-24',
    place = 'Hội trường Sở Nông nghiệp và Môi trường',
  }: {
    dossierIds: readonly string[]
    name?: string
    heldOn?: string
    place?: string
  },
): Promise<{ sessionId: string }> {
  const { councilId, secretary } = council
  const { sessionId } = await planSession(ctx, { councilId, name, heldOn, place, dossierIds })
  await declareNothing(ctx, { sessionId })
  await openSession({ ...ctx, actor: secretary }, { sessionId })
  return { sessionId }
}

/** A decision of the day by which a seat changes. */
export function byDecision(reason = 'Chuyển công tác', decidedOn = '2026-11-24'): SeatDecision {
  return { number: '2300/QĐ-UBND', decidedOn, signer: 'Chủ tịch Ủy ban nhân dân tỉnh', reason }
}

/** Everybody who sits declares that nothing ties them to the dossiers of the session, or only the people named. */
export async function declareNothing(
  ctx: Ctx<CouncilTables>,
  { sessionId, personIds }: { sessionId: string; personIds?: readonly string[] },
): Promise<void> {
  const session = await findSession(ctx.db, sessionId)
  const council = session && (await findCouncil(ctx.db, session.councilId))
  const sitting = council?.seats.filter(({ leftOn }) => leftOn === null) ?? []
  const seen = (await listAgenda(ctx.db, sessionId)).map(({ dossierId }) => dossierId)
  const names = await namesOf(
    ctx.db,
    sitting.map(({ personId }) => personId),
  )
  for (const { personId } of sitting) {
    if (personIds && !personIds.includes(personId)) continue
    const actor = { id: personId, name: names.get(personId) ?? personId, holdings: [] }
    await declareConflicts({ ...ctx, actor }, { sessionId, seen, ties: [], noneElse: true })
  }
}

export interface SheetToMake {
  member: Actor
  /** What the sheet comes to, or its answers. */
  total?: number
  answers?: Answers
  /** Points that it gives at some criteria, whatever the total. */
  points?: Readonly<Record<string, number>>
}

/**
 * Fills in and hands in sheets for a dossier that is being scored. A total is reached by giving away points where no
 * star mark of its band is missed, as far as that goes, except where `points` says otherwise.
 */
export async function scoreDossier(
  ctx: Ctx<CouncilTables>,
  { sessionId, dossierId, sheets }: { sessionId: string; dossierId: string; sheets: readonly SheetToMake[] },
): Promise<void> {
  const { set } = await criteriaSetOf(ctx, dossierId)
  for (const { member, total = 90, answers = answersOfTotal(set, total), points } of sheets) {
    const chosen = points ? answersOfTotal(set, total, points) : answers
    const asMember = { ...ctx, actor: member }
    const change = { sessionId, dossierId, version: 0, answers: chosen, notes: {} }
    const { version } = await saveSheet(asMember, change)
    await handInSheet(asMember, { sessionId, dossierId, version })
  }
}

/** As `scoreDossier`; then the chair, whose sheet is among them, ends the round: the dossier is discussed. */
export async function discussDossier(
  ctx: Ctx<CouncilTables>,
  council: BuiltCouncil,
  scored: Parameters<typeof scoreDossier>[1],
): Promise<void> {
  await scoreDossier(ctx, scored)
  const { sessionId, dossierId } = scored
  await endRound({ ...ctx, actor: council.chair }, { sessionId, dossierId })
}

/**
 * Takes a checked dossier through a session of its own to the council's result: every member who scores gives `total`.
 * `ctx` acts for the unit's office. Without a council one is set up by a decision of its own.
 */
export async function concludeDossier(
  ctx: Ctx<CouncilTables>,
  {
    dossierId,
    council,
    ...sheet
  }: Pick<SheetToMake, 'total' | 'points'> & { dossierId: string; council?: BuiltCouncil },
): Promise<{ council: BuiltCouncil; sessionId: string }> {
  const sitting = council ?? (await buildCouncil(ctx, { decisionNumber: `${dossierId}/QĐ-UBND` }))
  const { sessionId } = await buildSession(ctx, sitting, { dossierIds: [dossierId] })
  const sheets = sitting.scorers.map((member) => ({ member, ...sheet }))
  await scoreDossier(ctx, { sessionId, dossierId, sheets })
  await closeDossier({ ...ctx, actor: sitting.chair }, { sessionId, dossierId })
  return { council: sitting, sessionId }
}

/** Somebody signs every document of a closed session that awaits their signature. */
export async function signFile(
  ctx: Ctx<CouncilTables>,
  { sessionId, password }: { sessionId: string; password: string },
): Promise<{ complete: boolean }> {
  const { documents } = await enterFile(ctx, sessionId)
  const digest = digestOfAll(awaitedOf(documents, ctx.actor.id))
  return signDocuments(ctx, { sessionId, digest, password })
}

/** A whole sheet that comes to `total`: it meets the star marks of its band as far as the points allow. */
export function answersOfTotal(
  set: CriteriaSet,
  total: number,
  points: Readonly<Record<string, number>> = {},
): Answers {
  const band = [90, 70, 50, 30].findIndex((from) => total >= from)
  for (let keep = band < 0 ? 0 : 5 - band; keep >= 0; keep -= 1) {
    const found = tryPoints(set, total, points, keep)
    if (found) return answersOf(set, found)
  }
  throw new Error(`no sheet of ${set.id} comes to ${total}`)
}

/** The chair opens the vote on a knock-out, the members named vote, the chair closes it: what it decided. */
export async function voteOnKnockOut(
  ctx: Ctx<CouncilTables>,
  council: BuiltCouncil,
  {
    votes,
    reason = 'Hội đồng biểu quyết',
    ...at
  }: {
    sessionId: string
    dossierId: string
    knockOutId: string
    votes: Readonly<Record<string, Choice>>
    reason?: string
  },
): Promise<boolean> {
  const asChair = { ...ctx, actor: council.chair }
  await openVote(asChair, at)
  for (const [id, choice] of Object.entries(votes))
    await castVote({ ...ctx, actor: council.actor(id) }, { ...at, choice, reason: '' })
  return (await closeVote(asChair, { ...at, reason })).established
}

/** A reason for each answer, for a sheet of a later round. */
export function reasonsFor(answers: Answers): Record<string, string> {
  return Object.fromEntries(Object.keys(answers).map((code) => [code, 'Đã thảo luận tại phiên họp']))
}

function tryPoints(set: CriteriaSet, total: number, points: Readonly<Record<string, number>>, keep: number) {
  try {
    return pointsOfTotal(set, total, points, keep)
  } catch {
    return undefined
  }
}
