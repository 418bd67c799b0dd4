import {
  closeDossier,
  closeSession,
  confirmMark,
  findSiblingSheet,
  listPaperSheets,
  noteAttendance,
  openSession,
  planSession,
  printPaperSheets,
  typePaperSheet,
} from '#modules/councils/index.ts'
import {
  answersOfTotal,
  type BuiltCouncil,
  buildCouncil,
  type CouncilPerson,
  declareNothing,
  scoreDossier,
  signFile,
} from '#modules/councils/testing.ts'
import { councilDepartmentsOn, criteriaOf, getCriteriaSet, scoreOf } from '#modules/regulation/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { checkUpload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { demoPassword } from './accounts.ts'
import { demoScan } from './demo-papers.ts'
import type { DemoWorld } from './world.ts'

const seats: readonly Omit<CouncilPerson, 'id' | 'name'>[] = [
  { position: 'chair', organisation: 'Ủy ban nhân dân tỉnh', department: 'people_committee' },
  { position: 'vice_chair', organisation: 'Sở Nông nghiệp và Môi trường', department: 'agriculture' },
  { position: 'member', organisation: 'Sở Công Thương', department: 'trade' },
  { position: 'member', organisation: 'Sở Y tế', department: 'health' },
  { position: 'member', organisation: 'Sở Khoa học và Công nghệ', department: 'science' },
  { position: 'member', organisation: 'Sở Văn hóa, Thể thao và Du lịch', department: 'culture' },
  { position: 'secretary', organisation: 'Văn phòng Điều phối nông thôn mới tỉnh', department: 'ocop_body' },
]

const mailboxes = [
  'chu-tich',
  'thanh-vien-1',
  'thanh-vien-2',
  'thanh-vien-3',
  'thanh-vien-4',
  'thanh-vien-5',
  'thu-ky',
]

/** The council of seven, as set up by a decision of that day. */
export async function setUpDemoCouncil(
  world: DemoWorld,
  decidedAt: Date,
  number: string,
  advisers: readonly CouncilPerson[] = [],
): Promise<BuiltCouncil> {
  // Councils of before QĐ 26/2026 name no body of its list.
  const named: (string | undefined)[] = councilDepartmentsOn(dayOf(decidedAt), 'province').map(
    ({ key }) => key,
  )
  const people = mailboxes.map((mailbox, place): CouncilPerson => {
    const { id, name } = world.person(mailbox)
    const { department, ...seat } = seats[place] ?? { position: 'member' as const, organisation: '' }
    return { id: id ?? '', name, ...seat, ...(named.includes(department) ? { department } : {}) }
  })
  const decision = { decisionNumber: number, decidedOn: dayOf(decidedAt) }
  const regulation = {
    number: `${number.split('/')[0]}a/QĐ-UBND`,
    decidedOn: dayOf(decidedAt),
    signer: 'Chủ tịch Ủy ban nhân dân tỉnh',
  }
  const set = { people: [...people, ...advisers], ...decision, regulation }
  return buildCouncil(world.as(world.person('tinh'), decidedAt), set)
}

/** A session of that moment over the dossiers, opened, with everybody present. */
export async function openDemoSession(
  world: DemoWorld,
  council: BuiltCouncil,
  { at, name, dossierIds }: { at: Date; name: string; dossierIds: readonly string[] },
): Promise<string> {
  const session = {
    councilId: council.councilId,
    name,
    heldOn: dayOf(at),
    place: 'Hội trường Sở Nông nghiệp và Môi trường tỉnh Sơn La',
    dossierIds,
  }
  const { sessionId } = await planSession(world.as(world.person('tinh'), at), session)
  const asSecretary = world.as(council.secretary, at)
  await declareNothing(asSecretary, { sessionId })
  await openSession(asSecretary, { sessionId })
  await noteAttendance(asSecretary, { sessionId, present: council.people.map(({ id }) => id) })
  return sessionId
}

/** Every member hands in a sheet of the given total, the chair closes, the secretary writes the minutes. */
export async function holdDemoSession(
  world: DemoWorld,
  council: BuiltCouncil,
  {
    at,
    name,
    minutesNumber,
    scored,
    signedBy,
  }: {
    at: Date
    name: string
    minutesNumber: string
    /** Who has signed the documents since. */
    signedBy: readonly ('secretary' | 'chair')[]
    scored: readonly {
      dossierId: string
      totals: readonly number[]
      points?: Record<string, number> | undefined
    }[]
  },
): Promise<void> {
  const dossierIds = scored.map(({ dossierId }) => dossierId)
  const sessionId = await openDemoSession(world, council, { at, name, dossierIds })
  for (const { dossierId, totals, points } of scored) {
    const sheets = council.scorers.map((member, place) => {
      return { member, total: totals[place] ?? 70, ...(points ? { points } : {}) }
    })
    await scoreDossier(world.as(council.chair, at), { sessionId, dossierId, sheets })
    await closeDossier(world.as(council.chair, at), { sessionId, dossierId })
  }
  await closeSession(world.as(council.secretary, at), { sessionId, minutesNumber })
  const signedAt = new Date(at.getTime() + 4 * 60 * 60 * 1000)
  for (const signer of signedBy)
    await signFile(world.as(council[signer], signedAt), { sessionId, password: demoPassword })
}

/** The member takes over the first marks of their own sheet for the same product in another variant, where there is one. */
export async function confirmDemoMarks(
  world: DemoWorld,
  member: Actor,
  at: { sessionId: string; dossierId: string },
): Promise<void> {
  const ctx = world.as(member, world.now)
  const sibling = await findSiblingSheet(ctx, { dossierId: at.dossierId, memberId: member.id ?? '' })
  if (!sibling) return
  for (const [version, criterion] of ['1.1', '1.2', '1.3'].entries())
    await confirmMark(ctx, { ...at, criterion, sheetId: sibling.sheetId, version })
}

/** Papers of a dossier are printed for everybody; the secretary has typed in that of the last member, who has yet to countersign. */
export async function typeDemoPaper(
  world: DemoWorld,
  council: BuiltCouncil,
  { files, ...at }: { sessionId: string; dossierId: string; files: FileStore },
): Promise<void> {
  const ctx = world.as(council.secretary, world.now)
  await printPaperSheets(ctx, { ...at, memberId: null })
  const papers = await listPaperSheets(ctx.db, at.sessionId)
  const paper = papers.find(({ memberId }) => memberId === council.scorers.at(-1)?.id)
  if (!paper) return
  const { set } = await getCriteriaSet(ctx.db, paper.criteriaSetId)
  const notes = { '4.1': 'Thành viên chấm trên giấy vì máy tính bảng hết pin (minh họa).' }
  const answers = answersOfTotal(set, 83)
  const { points } = scoreOf(answers, set)
  const rows = criteriaOf(set).map(({ code }) => [code, `${points[code] ?? 0} điểm`] as const)
  const bytes = await demoScan({ code: paper.code, rows })
  const scan = await checkUpload({ name: 'phieu-da-ky.pdf', bytes })
  await typePaperSheet(ctx, files, { code: paper.code, version: 0, answers, notes, way: 'typed', scan })
}
