import type { Kysely } from 'kysely'
import {
  bandOf,
  type CriteriaSet,
  type Criterion,
  criteriaOf,
  lawRegime,
  type Option,
} from '#modules/regulation/index.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { addDays, dayOf } from '#platform/dates.ts'
import type { Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { Answers } from '../answer-store.ts'
import { attachEvidence } from '../attach-evidence.ts'
import { Changes, changeFields } from '../changes.ts'
import { checkDossier } from '../check-dossier.ts'
import type { CommuneReport } from '../commune-contents.ts'
import { criteriaOfDossier } from '../criteria-of-dossier.ts'
import { type Dossier, type DossierKind, type DossierTables, findDossier } from '../dossier-store.ts'
import { keepSignature } from '../keep-signature.ts'
import { type NewFiling, openDossier } from '../open-dossier.ts'
import { proposeDossier } from '../propose-dossier.ts'
import { receiveDossier } from '../receive-dossier.ts'
import { Registration } from '../registration.ts'
import { Report } from '../report.ts'
import { returnByProvince } from '../return-by-province.ts'
import { type ItemToFix, returnDossier } from '../return-dossier.ts'
import { saveAnswers } from '../save-answers.ts'
import { saveChanges } from '../save-changes.ts'
import { saveRegistration } from '../save-registration.ts'
import { saveReport } from '../save-report.ts'
import { submitDossier } from '../submit-dossier.ts'
import { withdrawDossier } from '../withdraw-dossier.ts'

/** The states that a dossier reaches before any council. */
export type FiledState =
  | 'draft'
  | 'submitted'
  | 'received'
  | 'returned'
  | 'proposed'
  | 'returned_by_province'
  | 'checked'
  | 'withdrawn'

export interface Filing {
  productId: string
  /** Who acts: for the producer, in the commune, in the province. */
  producer: Actor
  communeOfficer: Actor
  provinceOfficer: Actor
  upTo: FiledState
  /** At the counter of the commune: then the producer's part is the officer's, with a page that was signed. */
  atCounter?: boolean
  signature?: { files: FileStore; page: () => Upload }
  kind?: DossierKind
  /** What an upgrade or a reassessment rests on. */
  basis?: NewFiling['basis']
  /** The self-assessment; by default one that comes to about `selfTotal`. */
  answers?: Answers
  selfTotal?: number
  registration?: Partial<Registration>
  report?: Partial<Report>
  evidence?: { files: FileStore; papers: EvidencePaper[] }
  communeReport?: CommuneReport
  toMend?: ItemToFix[]
  /** When each thing happened; what is left out happens at the moment of the ctx. */
  at?: Partial<Record<FiledState, Date>>
}

export interface EvidencePaper {
  criterion?: string
  paperKind?: string
  title: string
  file: Upload
}

/**
 * A dossier filed as people file it, by the operations themselves, up to a state: for tests of what comes after and for
 * the demonstration's world.
 */
export async function fileDossier(ctx: Ctx<DossierTables>, filing: Filing): Promise<Dossier> {
  const { producer, upTo, at = {}, kind = 'first', basis } = filing
  const when = (state: FiledState, actor: Actor) => ({ ...ctx, actor, now: at[state] ?? ctx.now })
  const { productId, atCounter = false } = filing
  const { id } = await openDossier(when('draft', producer), {
    ...{ productId, kind, atCounter },
    ...(basis ? { basis } : {}),
  })
  await fillIn(when('draft', producer), id, filing)
  for (const state of wayTo(upTo)) await bringTo(state, when, id, filing)
  return getFiled(ctx.db, id)
}

/**
 * A whole self-assessment that comes to about `total`: full marks at first, then a step down here and there over the
 * whole sheet, sparing the star marks of the rank that the total stands for.
 */
export function answersNear(set: CriteriaSet, total: number): Answers {
  const rank = bandOf(total * 100, lawRegime(set.regimeId).bands)
  const lines = criteriaOf(set).map((criterion) => lineOf(criterion, rank))
  let excess = lines.reduce((sum, { steps }) => sum + (steps[0]?.points ?? 0), 0) - total
  for (const sparing of [true, true, true, false, false, false])
    for (const line of lines) excess -= stepDown(line, excess, sparing)
  return Object.fromEntries(lines.map(({ code, steps, at }) => [code, steps[at] ? [steps[at].no] : []]))
}

interface Line {
  code: string
  /** The options, the best first, and the one that is taken. */
  steps: Option[]
  at: number
  /** The points that the star marks ask for. */
  least: number
}

function lineOf({ code, options }: Criterion, rank: number): Line {
  const steps = options.toSorted((a, b) => b.points - a.points)
  const marks = options.filter(({ minForRank = 9 }) => minForRank <= rank)
  return { code, steps, at: 0, least: Math.max(0, ...marks.map(({ points }) => points)) }
}

/** Takes the next lower option where that costs no more than the excess; says what it cost. */
function stepDown(line: Line, excess: number, sparing: boolean): number {
  const [now, next] = [line.steps[line.at], line.steps[line.at + 1]]
  if (!now || !next || now.points - next.points > excess) return 0
  if (sparing && next.points < line.least) return 0
  line.at += 1
  return now.points - next.points
}

async function fillIn(ctx: Ctx<DossierTables>, dossierId: string, filing: Filing): Promise<void> {
  const dossier = await getFiled(ctx.db, dossierId)
  const registration = Registration.parse({
    representativeName: 'Sùng Thị Mai',
    representativePost: 'Giám đốc',
    address: 'Bản Tà Xùa',
    phone: '0912 345 678',
    ...dossier.registration,
    ...filing.registration,
  })
  await saveRegistration(ctx, { dossierId, registration })
  await saveReport(ctx, { dossierId, report: Report.parse({ ...dossier.report, ...filing.report }) })
  const set = await criteriaOfDossier(ctx.db, dossier)
  const answers = filing.answers ?? answersNear(set, filing.selfTotal ?? 80)
  await saveAnswers(ctx, { dossierId, answers, notes: {} })
  if (dossier.kind !== 'first') await saveChanges(ctx, { dossierId, changes: asBefore })
  for (const paper of filing.evidence?.papers ?? [])
    if (filing.evidence) await attachEvidence(ctx, filing.evidence.files, { dossierId, ...paper })
}

type When = (state: FiledState, actor: Actor) => Ctx<DossierTables>

async function bringTo(state: FiledState, when: When, dossierId: string, filing: Filing): Promise<void> {
  const { producer, communeOfficer, provinceOfficer } = filing
  const byProducer = when(state, producer)
  const byCommune = when(state, communeOfficer)
  const byProvince = when(state, provinceOfficer)
  const list = (items: ItemToFix[], { now }: { now: Date }) => ({
    dossierId,
    items: filing.toMend ?? items,
    dueOn: addDays(dayOf(now), 7),
  })
  const ways: Record<FiledState, () => Promise<unknown>> = {
    draft: async () => {},
    submitted: async () => {
      const { signature } = filing
      if (signature) await keepSignature(byProducer, signature.files, { dossierId, file: signature.page() })
      await submitDossier(byProducer, { dossierId, pledged: true })
    },
    received: () => receiveDossier(byCommune, { dossierId }),
    returned: () => returnDossier(byCommune, list(missingPapers, byCommune)),
    proposed: () =>
      proposeDossier(byCommune, { dossierId, report: filing.communeReport ?? allMet, samples: 5 }),
    returned_by_province: () => returnByProvince(byProvince, list(oldTests, byProvince)),
    checked: () => checkDossier(byProvince, { dossierId }),
    withdrawn: () =>
      withdrawDossier(byProducer, { dossierId, reason: 'Chủ thể chuẩn bị lại vùng nguyên liệu.' }),
  }
  await ways[state]()
}

/** The states on the way, in order; a draft is there from the start. */
function wayTo(state: FiledState): FiledState[] {
  const ways: Record<FiledState, FiledState[]> = {
    draft: [],
    submitted: ['submitted'],
    received: ['submitted', 'received'],
    returned: ['submitted', 'received', 'returned'],
    proposed: ['submitted', 'received', 'proposed'],
    returned_by_province: ['submitted', 'received', 'proposed', 'returned_by_province'],
    checked: ['submitted', 'received', 'proposed', 'checked'],
    withdrawn: ['submitted', 'withdrawn'],
  }
  return ways[state]
}

/** Nothing has changed since the recognition. */
const asBefore = Changes.parse(Object.fromEntries(changeFields.map((field) => [field, 'Như trước.'])))

const missingPapers: ItemToFix[] = [
  { target: 'paper:raw_material', reason: 'incomplete', note: 'Thiếu trang ký tên của các hộ liên kết.' },
  {
    target: 'paper:test_results',
    reason: 'outdated',
    note: 'Phiếu đã hết giá trị. Gửi phiếu mới, có chỉ tiêu vi sinh.',
  },
]

const oldTests: ItemToFix[] = [
  { target: 'paper:test_results', reason: 'outdated', note: 'Phiếu kiểm nghiệm quá 12 tháng.' },
]

const allMet: CommuneReport = {
  materialOrigin: { met: true, note: 'Toàn bộ nguyên liệu thu hái trên địa bàn xã.' },
  localLabour: { met: true, note: 'Phần lớn lao động là người của xã.' },
  ideaOrigin: { met: true, note: 'Ý tưởng từ nghề làm chè lâu đời của bản.' },
  localIdentity: { met: true, note: 'Giữ cách sao chè thủ công của người Mông.' },
  proposal: 'Đề nghị Ủy ban nhân dân tỉnh đánh giá, phân hạng sản phẩm.',
}

async function getFiled(db: Kysely<DossierTables>, id: string): Promise<Dossier> {
  const dossier = await findDossier(db, id)
  if (!dossier) throw new Error(`dossier ${id} is gone`)
  return dossier
}
