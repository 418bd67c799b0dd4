import { findUnits } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf, legalDay, showDay } from '#platform/dates.ts'
import { isId } from '#platform/ids.ts'
import type { Paper } from '#platform/paper/paper.ts'
import { Refusal } from '#platform/refusal.ts'
import { inSentence } from '#platform/text/in-sentence.ts'
import type { Dossier, DossierTables } from '../dossier-store.ts'
import { getDossier } from '../get-dossier.ts'
import { given, placeOf, words } from '../papers/form-words.ts'
import { findRegistered } from '../registered.ts'
import { findCarry, type RoundCarryRow } from './carry-store.ts'
import { type AssessmentRound, findRound } from './round-store.ts'

interface LetterFacts {
  carry: RoundCarryRow
  dossier: Dossier
  from: AssessmentRound
  to: AssessmentRound
  productName: string
  producerName: string
  communeName: string
  provinceName: string
}

/**
 * The province's letter that carries a dossier, for whoever may read the dossier.
 * @throws Refusal `not_found` for anybody else
 */
export async function readCarryLetter(
  ctx: Ctx<DossierTables>,
  { dossierId, carryId }: { dossierId: string; carryId: string },
): Promise<Paper> {
  const dossier = await getDossier(ctx, dossierId)
  const carry = isId(carryId) ? await findCarry(ctx.db, carryId) : undefined
  if (carry?.dossierId !== dossier.id) throw new Refusal('not_found', 'rounds.no_such_letter')
  const [from, to, registered] = await Promise.all([
    findRound(ctx.db, carry.fromRoundId),
    findRound(ctx.db, carry.toRoundId),
    findRegistered(ctx.db, dossier.productId),
  ])
  if (!from || !to || !registered) throw new Error(`the letter ${carryId} lacks what it is about`)
  const [, provinceCode = '', communeCode = ''] = dossier.unitPath.split('/')
  const units = await findUnits(ctx.db, [provinceCode, communeCode])
  const nameOf = (code: string) => units.get(code)?.name ?? code
  return carryLetter({
    ...{ carry, dossier, from, to },
    productName: registered.product.name,
    producerName: registered.producer.name,
    communeName: nameOf(communeCode),
    provinceName: nameOf(provinceCode),
  })
}

/** The letter to the commune and the producer that carries a dossier to a later round (QĐ 26/2026/QĐ-TTg, art. 5). */
export function carryLetter(facts: LetterFacts): Paper {
  const { carry, dossier, from, to, productName, producerName, communeName, provinceName } = facts
  const province = inSentence(provinceName)
  return {
    title: `Công văn chuyển đợt đánh giá, hồ sơ ${dossier.code}`,
    mark: dossier.isDemo ? 'DỮ LIỆU MINH HỌA' : null,
    head: {
      issuer: `Ủy ban nhân dân ${provinceName}`,
      number: carry.letterNumber,
      place: placeOf(provinceName),
      date: legalDay(dayOf(carry.carriedAt)),
      about: 'chuyển hồ sơ sang đợt đánh giá, phân hạng sản phẩm OCOP sau',
    },
    addressees: [`Ủy ban nhân dân ${inSentence(communeName)}`, producerName],
    blocks: [
      { is: 'paragraph', text: causeOf(facts) },
      {
        is: 'paragraph',
        text: `Ủy ban nhân dân ${province} chuyển hồ sơ sau sang ${roundInWords(to)}${planOf(to)}; đợt này hoàn thành việc đánh giá, phân hạng trước ngày ${showDay(to.doneBefore)}:`,
      },
      {
        is: 'facts',
        rows: [
          ['Sản phẩm', productName],
          ['Mã sản phẩm', given(dossier.productCode)],
          ['Chủ thể', producerName],
          ['Hồ sơ số', dossier.code],
          ['Đăng ký', words.kind[dossier.kind]],
          ['Ngày đề nghị', dossier.proposedOn ? showDay(dossier.proposedOn) : given(null)],
          ['Đợt trước', roundInWords(from)],
          ['Đợt chuyển đến', roundInWords(to)],
        ],
      },
      ...(carry.note
        ? [{ is: 'paragraph', text: `Lý do: ${carry.note.replace(/[.\s]+$/, '')}.` } as const]
        : []),
      {
        is: 'paragraph',
        text: `Hồ sơ đã nộp được giữ nguyên, chủ thể không phải nộp lại. Đề nghị Ủy ban nhân dân ${inSentence(communeName)} thông báo cho chủ thể biết./.`,
      },
    ],
    closing: {
      recipients: ['Như trên', 'Lưu: VT'],
      signatures: [{ lines: ['TM. Ủy ban nhân dân'], note: '(Ký, ghi rõ họ tên, đóng dấu)', name: '' }],
    },
  }
}

/** "đợt 2 năm 2026" */
export function roundInWords({
  kind,
  number,
  year,
}: Pick<AssessmentRound, 'kind' | 'number' | 'year'>): string {
  return `đợt ${kind === 'extra' ? 'bổ sung ' : ''}${number} năm ${year}`
}

function causeOf({ carry, dossier, from, to, communeName }: LetterFacts): string {
  const law = 'Điều 5 Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ'
  const commune = `Ủy ban nhân dân ${inSentence(communeName)}`
  if (carry.reason === 'late' && dossier.proposedOn)
    return `Theo ${law}, ${roundInWords(from)} đánh giá hồ sơ được đề nghị trước ngày ${showDay(from.proposalsBefore)}. Hồ sơ của ${commune} được đề nghị ngày ${showDay(dossier.proposedOn)}, sau thời hạn này.`
  if (carry.reason === 'sooner')
    return `Theo ${law}, tỉnh tổ chức ${roundInWords(to)}. Hồ sơ do ${commune} đề nghị đang ở ${roundInWords(from)} và được đưa vào đợt bổ sung này để đánh giá sớm hơn.`
  return `Theo ${law}, ${roundInWords(from)} phải hoàn thành trước ngày ${showDay(from.doneBefore)}. Hồ sơ do ${commune} đề nghị chưa thể hoàn thành đánh giá trong đợt này.`
}

function planOf({ planNumber, plannedOn }: AssessmentRound): string {
  return planNumber && plannedOn ? ` (Kế hoạch số ${planNumber} ngày ${showDay(plannedOn)})` : ''
}
