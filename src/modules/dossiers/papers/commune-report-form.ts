import { dayOf, legalDay } from '#platform/dates.ts'
import type { Block, Paper, PaperHead } from '#platform/paper/paper.ts'
import { Refusal } from '#platform/refusal.ts'
import { inSentence } from '#platform/text/in-sentence.ts'
import type { CommuneAssessment } from '../assessment-store.ts'
import { communeContents } from '../commune-contents.ts'
import type { CommunePaperKind } from '../commune-paper-store.ts'
import { given, markOf, placeOf, words } from './form-words.ts'
import type { FormFacts } from './read-form-facts.ts'

/** Form 03, the commune's report on the four local contents (QĐ 26/2026/QĐ-TTg, art. 7.2, Appendix III). */
export function communeReportForm(facts: FormFacts): Paper {
  const { dossier, content, communeName } = facts
  const assessment = assessmentOf(facts)
  const { registration, producer, product } = content
  const commune = inSentence(communeName)
  return {
    title: `Báo cáo của ${commune} về hồ sơ ${dossier.code}`,
    form: 'Mẫu số 03, Phụ lục III, Quyết định 26/2026/QĐ-TTg',
    mark: markOf(facts),
    head: headOf(facts, 'report'),
    name: { kind: 'Báo cáo', subject: `Kết quả đánh giá của ${commune} đối với sản phẩm ${product.name}` },
    blocks: [
      { is: 'heading', text: 'I. Thông tin chủ thể và sản phẩm' },
      {
        is: 'facts',
        rows: [
          ['Tên chủ thể', producer.name],
          [words.field.representativeName, given(registration.representativeName)],
          [words.field.representativePost, given(registration.representativePost)],
          [words.field.address, given(registration.address)],
          [words.field.phone, given(registration.phone)],
          ['Sản phẩm', product.name],
          ['Mã sản phẩm', given(dossier.productCode)],
          ['Đăng ký', words.kind[dossier.kind]],
          ['Số tiếp nhận', given(dossier.communeReceipt)],
        ],
      },
      { is: 'heading', text: 'II. Kết quả đánh giá' },
      ...communeContents.flatMap((name, place): Block[] => findingBlocks(name, place, assessment)),
      { is: 'heading', text: 'III. Đề nghị' },
      { is: 'paragraph', text: `${assessment.proposal.replace(/[.\s]+$/, '')}./.` },
    ],
    closing: {
      recipients: [`Ủy ban nhân dân ${inSentence(facts.provinceName)}`, producer.name, 'Lưu: VT'],
      signatures: [signatureOf],
    },
  }
}

/** The letter with which the commune proposes the product to the province and sends the dossier (art. 7.2). */
export function proposalLetter(facts: FormFacts): Paper {
  const { dossier, content, communeName, provinceName, set, numbers } = facts
  const assessment = assessmentOf(facts)
  const { producer, product } = content
  const commune = inSentence(communeName)
  const report = numbers.report ? `Báo cáo số ${numbers.report}` : 'báo cáo kèm theo'
  const samples = set.kind === 'tourism' ? [] : [`${twoDigits(assessment.samples)} đơn vị sản phẩm mẫu`]
  return {
    title: `Công văn đề nghị của ${commune}, hồ sơ ${dossier.code}`,
    mark: markOf(facts),
    head: { ...headOf(facts, 'letter'), about: 'đề nghị đánh giá, phân hạng sản phẩm OCOP' },
    addressees: [`Ủy ban nhân dân ${inSentence(provinceName)}`],
    blocks: [
      {
        is: 'paragraph',
        text: `Thực hiện Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ, Ủy ban nhân dân ${commune} đã tiếp nhận hồ sơ số ${dossier.communeReceipt} của ${producer.name}, kiểm tra thành phần hồ sơ và đánh giá bốn nội dung thuộc trách nhiệm của xã; kết quả tại ${report}.`,
      },
      {
        is: 'paragraph',
        text: `Ủy ban nhân dân ${commune} đề nghị Ủy ban nhân dân ${inSentence(provinceName)} đánh giá, phân hạng sản phẩm sau:`,
      },
      {
        is: 'facts',
        rows: [
          ['Sản phẩm', product.name],
          ['Mã sản phẩm', given(dossier.productCode)],
          ['Chủ thể', producer.name],
          ['Bộ sản phẩm', set.nameVi],
          ['Đăng ký', words.kind[dossier.kind]],
        ],
      },
      { is: 'paragraph', text: 'Gửi kèm công văn này:' },
      {
        is: 'list',
        items: [
          `Hồ sơ của chủ thể: 01 bộ giấy và 01 bộ điện tử số ${dossier.code}`,
          `Báo cáo kết quả đánh giá của ${commune} (Mẫu số 03)`,
          ...samples,
        ],
      },
      { is: 'paragraph', text: `${assessment.proposal.replace(/[.\s]+$/, '')}./.` },
    ],
    closing: { recipients: ['Như trên', producer.name, 'Lưu: VT'], signatures: [signatureOf] },
  }
}

const signatureOf = {
  lines: ['TM. Ủy ban nhân dân', 'Chủ tịch'],
  note: '(Ký, ghi rõ họ tên, đóng dấu)',
  name: '',
}

function assessmentOf({ assessment }: FormFacts): CommuneAssessment {
  if (!assessment) throw new Refusal('not_found', 'dossiers.no_report')
  return assessment
}

function headOf(facts: FormFacts, kind: CommunePaperKind): PaperHead {
  const { assessment, communeName, provinceName, numbers } = facts
  return {
    superior: `Ủy ban nhân dân ${provinceName}`,
    issuer: `Ủy ban nhân dân ${communeName}`,
    number: numbers[kind] ?? null,
    place: placeOf(communeName),
    date: assessment ? legalDay(dayOf(assessment.assessedAt)) : '',
  }
}

function findingBlocks(
  name: (typeof communeContents)[number],
  place: number,
  assessment: CommuneAssessment,
): Block[] {
  const { met, note } = assessment[name]
  return [
    { is: 'paragraph', text: `${place + 1}. ${words.content[name]}: ${met ? 'đáp ứng' : 'không đáp ứng'}.` },
    ...(note ? [{ is: 'paragraph', text: note } as const] : []),
  ]
}

function twoDigits(count: number | null): string {
  return count === null ? '……' : String(count).padStart(2, '0')
}
