import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import {
  askRecompute,
  callDossier,
  declareConflicts,
  delegateChair,
  endDelegation,
  proposeKnockOut,
  runRecompute,
  writeOpinion,
} from '#modules/councils/index.ts'
import type { BuiltCouncil, CouncilPerson } from '#modules/councils/testing.ts'
import { scoreDossier } from '#modules/councils/testing.ts'
import { Changes, saveChanges } from '#modules/dossiers/index.ts'
import { importSonLa2019 } from '#modules/imports/index.ts'
import {
  decideRecognition,
  declineRecognition,
  openFollowUp,
  recordCentralResult,
  revokeCertificate,
  sendToCentre,
  writeCentralLetter,
} from '#modules/recognition/index.ts'
import { publishAllSets } from '#modules/regulation/index.ts'
import { system } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { appraiseDemoDossier, fillAppraisals } from './appraisal.ts'
import { fillBuyerPacks } from './buyer-packs.ts'
import { fillConsultants } from './consultants.ts'
import {
  confirmDemoMarks,
  holdDemoSession,
  openDemoSession,
  setUpDemoCouncil,
  typeDemoPaper,
} from './council.ts'
import { fileAtDemoCounter } from './counter.ts'
import { fileDemoDossier } from './dossiers.ts'
import { addDemoPolicies } from './guidance.ts'
import { tellDemoPeople } from './notices.ts'
import { describeDemoPapers, keepDemoPapers } from './paper-collections.ts'
import { type Ending, plan } from './plan.ts'
import { fillPlans } from './plans.ts'
import { fillRounds } from './rounds.ts'
import { type DemoWorld, openDemoWorld } from './world.ts'

const day = 24 * 60 * 60 * 1000
/** The dossiers that were scored in these last days were appraised on the platform before. */
const appraisedWithin = 30
const leader = { signerName: 'Đinh Quang Thắng', signerPost: 'Chủ tịch Ủy ban nhân dân tỉnh' }
const minister = { signerName: 'Trần Hải Nam', signerPost: 'Bộ trưởng Bộ Nông nghiệp và Môi trường' }

interface Filling {
  // biome-ignore lint/suspicious/noExplicitAny: the world fills the tables of every module
  db: Kysely<any>
  log: Logger
  files: FileStore
  now: Date
}

/**
 * Fills an empty database with the demonstration's world, through the operations that people use: real products of 2019,
 * invented producers with dossiers in every state, certificates in force, near their end, expired and revoked.
 */
export async function fillDemonstration({ db, log, files, now }: Filling): Promise<void> {
  const world = await openDemoWorld({ db, log, now })
  await publishAllSets(world.as(system, new Date(now.getTime() - 1200 * day)), { acceptedBy: 'system' })
  await addDemoPolicies(world)
  await keepDemoPapers(world, files)
  await importSonLa2019(world.as(world.person('tinh')))
  for (const planned of plan) if ('upTo' in planned) await fileDemoDossier(world, files, planned)
  await fillRounds(world)
  let sessions = 0
  for (const planned of plan) {
    if (!('totals' in planned)) continue
    sessions += 1
    await scoreAndEnd(world, files, planned, sessions)
  }
  await openTodaysSession(world, files)
  await beginUpgrade(world)
  await describeDemoPapers(world, files)
  await fillConsultants(world, files)
  await fillAppraisals(world, files)
  await fillPlans(world)
  await fillBuyerPacks(world)
  await fileAtDemoCounter(world)
  await recomputeOnce(world)
  await tellDemoPeople(world)
}

/** The auditor has had every result computed anew. */
async function recomputeOnce(world: DemoWorld): Promise<void> {
  const ctx = world.as(world.person('kiem-toan'))
  const { runId } = await askRecompute(ctx)
  await runRecompute(ctx, { runId, clock: () => world.now })
}

/** The tea of 4 stars is on its way to 5: begun with the last dossier, the changes told, not handed in yet. */
async function beginUpgrade(world: DemoWorld): Promise<void> {
  const ctx = world.as(world.ownerOf('tea.shan'))
  const productId = world.productId('tea.shan')
  const { id: dossierId } = await openFollowUp(ctx, { productId, kind: 'upgrade' })
  const changes = Changes.parse({
    material: 'Vùng chè đã được cấp mã số vùng trồng (minh họa).',
    market: 'Có thêm hai đại lý tại Hà Nội (minh họa).',
  })
  await saveChanges(ctx, { dossierId, changes })
}

type Scored = Extract<(typeof plan)[number], { totals: readonly number[] }>

async function scoreAndEnd(world: DemoWorld, files: FileStore, planned: Scored, no: number): Promise<void> {
  const { product, totals, points, daysAgo, ending } = planned
  // What waits for its decision came in time for the round that is under way.
  const before = ending === 'scored' ? 20 : 6
  const filed = await fileDemoDossier(world, files, { product, upTo: 'checked', daysAgo: daysAgo + before })
  const at = new Date(world.now.getTime() - daysAgo * day)
  if (daysAgo <= appraisedWithin)
    await appraiseDemoDossier(world, files, {
      dossierId: filed,
      at: new Date(at.getTime() - 2 * day),
      seal: `NP-2026-0${no}`,
    })
  const council = await setUpDemoCouncil(world, new Date(at.getTime() - 3 * day), `${100 + no}/QĐ-UBND`)
  await holdDemoSession(world, council, {
    at,
    name: `Phiên chấm ngày ${dayOf(at).split('-').reverse().join('/')} (minh họa)`,
    minutesNumber: `${String(no).padStart(2, '0')}/BB-HĐ`,
    scored: [{ dossierId: filed, totals, points }],
    // What waits for its decision still waits for the chair's signature.
    signedBy: ending === 'scored' ? ['secretary'] : ['secretary', 'chair'],
  })
  await endings[ending](world, filed, new Date(at.getTime() + 2 * day), no)
}

type End = (world: DemoWorld, dossierId: string, at: Date, no: number) => Promise<unknown>

const endings: Record<Ending, End> = {
  scored: async () => {},
  recognised: recognise,
  not_recognised: (world, dossierId, at) =>
    declineRecognition(world.as(world.person('lanh-dao'), at), { dossierId }),
  sent_to_centre: send,
  async recognised_by_centre(world, dossierId, at, no) {
    const { decisionId } = await send(world, dossierId, at, no)
    const missingReason = 'Báo cáo thẩm định của tổ tư vấn gửi bản giấy kèm theo.'
    await writeCentralLetter(world.as(world.person('tinh'), at), {
      decisionId,
      letter: { number: '', decidedOn: dayOf(at), ...leader, missingReason },
    })
    const later = new Date(at.getTime() + 40 * day)
    await recordCentralResult(world.as(world.person('bo-truong'), later), {
      dossierId,
      average: 9283,
      stars: 5,
      minutesNumber: `${no}/BB-HĐTW`,
      concludedOn: dayOf(new Date(later.getTime() - 3 * day)),
      decision: { number: `${600 + no}/QĐ-BNNMT`, decidedOn: dayOf(later), ...minister },
    })
  },
  async revoked(world, dossierId, at, no) {
    const { certificates } = await recognise(world, dossierId, at, no)
    const later = new Date(world.now.getTime() - 20 * day)
    await revokeCertificate(world.as(world.person('lanh-dao'), later), {
      certificateId: certificates[0]?.certificateId ?? '',
      ground: 'd',
      reason: 'Dùng dấu OCOP 5 sao trên nhãn trong khi sản phẩm được công nhận 4 sao (tình huống minh họa).',
      decision: { number: `${900 + no}/QĐ-UBND`, decidedOn: dayOf(later), ...leader },
    })
  },
}

function recognise(world: DemoWorld, dossierId: string, at: Date, no: number) {
  const decision = { number: `${300 + no}/QĐ-UBND`, decidedOn: dayOf(at), ...leader }
  return decideRecognition(world.as(world.person('lanh-dao'), at), { dossierIds: [dossierId], decision })
}

function send(world: DemoWorld, dossierId: string, at: Date, no: number) {
  const decision = { number: `${500 + no}/QĐ-UBND`, decidedOn: dayOf(at), ...leader }
  return sendToCentre(world.as(world.person('lanh-dao'), at), { dossierIds: [dossierId], decision })
}

/** The session that is open now: some sheets handed in, others waiting for their members. */
async function openTodaysSession(world: DemoWorld, files: FileStore): Promise<void> {
  const here = plan.filter((planned) => 'inSession' in planned)
  const dossiers: { id: string; handedIn: number }[] = []
  for (const { product, handedIn } of here) {
    const id = await fileDemoDossier(world, files, { product, upTo: 'checked', daysAgo: 22 })
    dossiers.push({ id, handedIn })
  }
  const at = world.now
  const setUpAt = new Date(at.getTime() - 10 * day)
  const council: BuiltCouncil = await setUpDemoCouncil(world, setUpAt, '2104/QĐ-UBND', [
    adviserOf(world, 'to-tu-van', 'advisory', 'Tổ tư vấn Chương trình OCOP tỉnh'),
    adviserOf(world, 'tu-van-3', 'invited', 'Hội Nông dân tỉnh'),
  ])
  await delegateForAWhile(world, council, at)
  const name = `Phiên chấm đợt 2/${dayOf(at).slice(0, 4)} (minh họa)`
  const sessionId = await openDemoSession(world, council, {
    at,
    name,
    dossierIds: dossiers.map(({ id }) => id),
  })
  await advise(world, sessionId, { dossiers: dossiers.map(({ id }) => id), at })
  for (const { id, handedIn } of dossiers) {
    const sheets = council.scorers
      .slice(1, 1 + handedIn)
      .map((member, place) => ({ member, total: 84 + place }))
    await scoreDossier(world.as(council.chair, at), { sessionId, dossierId: id, sheets })
  }
  const [, vice] = council.scorers
  for (const { id } of dossiers.filter(({ handedIn }) => handedIn === 0))
    if (vice) await confirmDemoMarks(world, vice, { sessionId, dossierId: id })
  const last = dossiers.at(-1)
  if (last) await typeDemoPaper(world, council, { files, sessionId, dossierId: last.id })
  const [first] = dossiers
  if (first) await askAboutKnockOut(world.as(council.chair, at), council, { sessionId, dossierId: first.id })
}

function adviserOf(
  world: DemoWorld,
  mailbox: string,
  position: 'advisory' | 'invited',
  organisation: string,
): CouncilPerson {
  const { id, name } = world.person(mailbox)
  return { id: id ?? '', name, position, organisation }
}

/** The chair was away for some days, and the vice chair led the council by decision. */
async function delegateForAWhile(world: DemoWorld, { councilId }: BuiltCouncil, at: Date): Promise<void> {
  const personId = world.person('thanh-vien-1').id ?? ''
  for (const [change, daysAgo, number, reason] of [
    [delegateChair, 8, '2110/QĐ-UBND', 'Chủ tịch hội đồng đi công tác (tình huống minh họa).'],
    [endDelegation, 3, '2131/QĐ-UBND', 'Chủ tịch hội đồng trực tiếp chủ trì trở lại (tình huống minh họa).'],
  ] as const) {
    const then = new Date(at.getTime() - daysAgo * day)
    const decision = { number, decidedOn: dayOf(then), signer: leader.signerPost, reason }
    await change(world.as(world.person('tinh'), then), { councilId, personId, decision })
  }
}

/** Of those who advise, one has a tie to a producer and stays away from that dossier, the other writes an opinion. */
async function advise(
  world: DemoWorld,
  sessionId: string,
  { dossiers, at }: { dossiers: readonly string[]; at: Date },
): Promise<void> {
  const [first = '', second = ''] = dossiers
  const tie = {
    dossierId: first,
    relation: 'family' as const,
    note: 'Em họ là xã viên (tình huống minh họa)',
  }
  const team = world.as(world.person('to-tu-van'), at)
  await declareConflicts(team, { sessionId, seen: dossiers, ties: [tie], noneElse: true })
  await writeOpinion(world.as(world.person('tu-van-3'), at), {
    sessionId,
    dossierId: second,
    words:
      'Vùng nguyên liệu ổn định, câu chuyện sản phẩm rõ. Nên xem kỹ hồ sơ truy xuất nguồn gốc khi chấm (ý kiến minh họa).',
  })
}

/** The product that the room looks at now: a member has proposed a knock-out, to be voted on. */
async function askAboutKnockOut(
  ctx: ReturnType<DemoWorld['as']>,
  council: BuiltCouncil,
  at: { sessionId: string; dossierId: string },
): Promise<void> {
  await callDossier(ctx, at)
  const [, , proposer] = council.scorers
  if (!proposer) return
  const reason = 'Phiếu kết quả kiểm nghiệm đã quá 12 tháng (tình huống minh họa).'
  await proposeKnockOut({ ...ctx, actor: proposer }, { ...at, key: 'dossier', reason })
}
