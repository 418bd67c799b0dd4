import type { Actor, Ctx } from '#platform/ctx.ts'
import { addDays, dayOf } from '#platform/dates.ts'
import type { Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { AppraisalTables } from './appraisal-tables.ts'
import { askTest } from './extra-tests/ask-test.ts'
import { typedTest } from './extra-tests/extra-test-form.ts'
import { handInTest } from './extra-tests/hand-in-test.ts'
import { receiveTest } from './extra-tests/receive-test.ts'
import { addPhotos } from './report/add-photos.ts'
import { type ReportContent, reportContent } from './report/report-content.ts'
import { findReport } from './report/report-store.ts'
import { saveReport } from './report/save-report.ts'
import { signReport } from './report/sign-report.ts'
import { type TypedMove, typedMove } from './samples/move-form.ts'
import type { Step } from './samples/move-kinds.ts'
import { moveSamples } from './samples/move-samples.ts'
import { receiveSamples } from './samples/receive-samples.ts'

type As = (actor: Actor, now?: Date) => Ctx<AppraisalTables>

/** What the form of a report holds when nothing is missing for it to be signed. */
export function filledReport(change: Partial<ReportContent> = {}): ReportContent {
  return reportContent({
    survey: 'yes',
    surveyOn: '2026-11-18',
    surveyPlace: 'Xưởng sao chè, bản Tà Xùa',
    latitude: '21.29340',
    longitude: '104.46520',
    present: 'Lê Quốc Việt, Tổ tư vấn\nMùa Thị Mai, Giám đốc hợp tác xã',
    seen: 'Xưởng sạch, có hai chảo sao; sổ ghi chép từng mẻ đầy đủ. Vùng nguyên liệu đúng như hồ sơ.',
    findingA: 'Nguyên liệu tại chỗ, liên kết với các hộ trong bản có hợp đồng.',
    findingB: 'Bán tại hai huyện và một cửa hàng ở Hà Nội; câu chuyện rõ, có hình ảnh thật.',
    findingC: 'Phiếu kiểm nghiệm còn hiệu lực; bao bì đủ thông tin bắt buộc.',
    conclusion: 'to_council',
    conclusionWords: 'Hồ sơ đủ căn cứ để Hội đồng đánh giá.',
    ...change,
  })
}

export interface ReportToBuild {
  dossierId: string
  content?: Partial<ReportContent>
  photos?: { files: FileStore; uploads: readonly Upload[]; caption: string }
  /** Left out, it stays a draft. */
  sign?: { number?: string }
}

/** A report as its team makes it: saved, its pictures added, signed where that is asked. */
export async function buildReport(
  ctx: Ctx<AppraisalTables>,
  { dossierId, content = {}, photos, sign }: ReportToBuild,
): Promise<void> {
  await saveReport(ctx, { dossierId, content: filledReport(content), version: 0 })
  if (photos) await addPhotos(ctx, photos.files, { dossierId, ...photos })
  if (!sign) return
  const version = (await findReport(ctx.db, dossierId))?.version ?? 0
  await signReport(ctx, { dossierId, version, number: sign.number ?? '', signature: ctx.actor.name })
}

export interface TestToBuild {
  dossierId: string
  what?: string
  /** Days from the day of asking until the result is due. */
  within?: number
  handIn?: { files: FileStore; upload: Upload; at: Date; producer: Actor; number?: string }
  result?: { at: Date; is: 'passes' | 'fails' | 'unclear'; note?: string }
}

/** A test that the team asks for, as far as it is to come. Answers its id. */
export async function buildTest(
  as: As,
  { team, at }: { team: Actor; at: Date },
  { dossierId, what = 'Dư lượng thuốc bảo vệ thực vật', within = 14, handIn, result }: TestToBuild,
): Promise<string> {
  const asked = as(team, at)
  const dueOn = addDays(dayOf(at), within)
  const reason = 'Phiếu trong hồ sơ không có chỉ tiêu này.'
  const { id: testId } = await askTest(asked, { dossierId, typed: typedTest({ what, reason, dueOn }) })
  if (handIn) {
    const typed = typedTest({ number: handIn.number ?? 'MH-204/KN', issuedOn: dayOf(handIn.at) })
    const given = { dossierId, testId, typed, upload: handIn.upload }
    await handInTest(as(handIn.producer, handIn.at), handIn.files, given)
  }
  if (handIn && result) {
    const typed = typedTest({ result: result.is, note: result.note ?? '' })
    await receiveTest(as(team, result.at), handIn.files, { dossierId, testId, typed, upload: null })
  }
  return testId
}

/** A lot of samples received, and the steps taken with it one after the other. Answers its id. */
export async function buildLot(
  ctx: Ctx<AppraisalTables>,
  {
    dossierId,
    units = 5,
    steps = [],
  }: { dossierId: string; units?: number; steps?: readonly (readonly [Step, Partial<TypedMove>])[] },
): Promise<string> {
  const typed = typedMove({
    units: String(units),
    counterpart: 'Sùng A Tủa, cán bộ xã',
    condition: 'Bao bì nguyên vẹn, còn hạn dùng',
    reason: units < 5 ? 'Một hộp vỡ trên đường.' : '',
  })
  const { id } = await receiveSamples(ctx, { dossierId, typed })
  for (const [step, fields] of steps)
    await moveSamples(ctx, { lotId: id, step, typed: typedMove({ ...fields }) })
  return id
}
