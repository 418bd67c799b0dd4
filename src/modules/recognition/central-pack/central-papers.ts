import { legalDay } from '#platform/dates.ts'
import type { Block, Paper, PaperHead, Signature } from '#platform/paper/paper.ts'
import { showScore } from '#platform/text/format.ts'
import { inSentence } from '#platform/text/in-sentence.ts'
import type { CentralLetter } from './central-letter-store.ts'
import type { Approved } from './read-approved.ts'

const law = 'Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ'
const ministry = 'Bộ Nông nghiệp và Môi trường'

/** The province's letter to the ministry with the results of 90 and more (QĐ 26/2026/QĐ-TTg, art. 6.3a, 7.3e). */
export function centralLetterPaper(approved: Approved, letter: CentralLetter): Paper {
  const { decision, provinceName, results } = approved
  const samples = results.filter(({ samples }) => samples !== null)
  return {
    title: `Công văn ${letter.number} gửi ${ministry}`,
    mark: markOf(approved),
    head: {
      ...headOf(approved, letter.number, letter.datedOn),
      about: 'đề nghị đánh giá, phân hạng sản phẩm OCOP cấp trung ương',
    },
    addressees: [ministry],
    blocks: [
      {
        is: 'paragraph',
        text: `Thực hiện ${law}, Ủy ban nhân dân ${inSentence(provinceName)} đã tổ chức đánh giá, phân hạng sản phẩm và phê duyệt kết quả tại Quyết định số ${decision.number} ${legalDay(decision.decidedOn)}.`,
      },
      {
        is: 'paragraph',
        text: `Ủy ban nhân dân ${inSentence(provinceName)} đề nghị ${ministry} đánh giá, phân hạng các sản phẩm sau, đạt từ 90 điểm trở lên ở cấp tỉnh:`,
      },
      tableOf(approved),
      { is: 'paragraph', text: 'Gửi kèm công văn này, cho mỗi sản phẩm:' },
      {
        is: 'list',
        items: [
          'Hồ sơ điện tử gồm các phần ghi trong mục lục kèm theo, mỗi tệp có mã toàn vẹn SHA-256',
          ...(samples.length > 0 ? [`Sản phẩm mẫu: ${samples.map(samplesOf).join('; ')}`] : []),
        ],
      },
      ...(letter.missingReason
        ? [{ is: 'paragraph', text: `Phần chưa gửi kèm và lý do: ${letter.missingReason}` } as const]
        : []),
      {
        is: 'paragraph',
        text: `Ủy ban nhân dân ${inSentence(provinceName)} trân trọng đề nghị ${ministry} xem xét./.`,
      },
    ],
    closing: {
      recipients: ['Như trên', 'Cơ quan tham mưu về OCOP của tỉnh', 'Lưu: VT'],
      signatures: [signatureOf(letter)],
    },
  }
}

/** The decision by which the chair approves the results of 90 and more (QĐ 26/2026/QĐ-TTg, art. 7.3e). */
export function approvalPaper(approved: Approved): Paper {
  const { decision, provinceName } = approved
  const committee = `Ủy ban nhân dân ${inSentence(provinceName)}`
  return {
    title: `Quyết định ${decision.number}`,
    mark: markOf(approved),
    head: headOf(approved, decision.number, decision.decidedOn),
    name: {
      kind: 'Quyết định',
      subject: 'Phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP đạt từ 90 điểm trở lên',
    },
    blocks: [
      { is: 'note', text: `Căn cứ ${law};` },
      { is: 'note', text: `Căn cứ kết quả đánh giá của hội đồng cấp tỉnh.` },
      { is: 'heading', text: 'Quyết định:' },
      { is: 'paragraph', text: 'Điều 1. Phê duyệt kết quả đánh giá, phân hạng các sản phẩm sau:' },
      tableOf(approved),
      {
        is: 'paragraph',
        text: `Điều 2. Cơ quan tham mưu về OCOP của tỉnh hoàn thiện hồ sơ để ${committee} gửi ${ministry} đánh giá, phân hạng cấp trung ương.`,
      },
      { is: 'paragraph', text: `Điều 3. Quyết định này có hiệu lực kể từ ngày ký./.` },
    ],
    closing: {
      recipients: [ministry, 'Ủy ban nhân dân xã và chủ thể có sản phẩm', 'Lưu: VT'],
      signatures: [signatureOf(decision)],
    },
  }
}

function tableOf({ results }: Approved): Block {
  return {
    is: 'table',
    columns: [
      { label: 'STT', share: 1, align: 'center' },
      { label: 'Sản phẩm', share: 5 },
      { label: 'Chủ thể, nơi sản xuất', share: 6 },
      { label: 'Bộ sản phẩm', share: 4 },
      { label: 'Điểm', share: 2, align: 'right' },
    ],
    rows: results.map(({ code, productName, producerName, communeName, setName, average }, place) => [
      String(place + 1),
      `${productName} (${code})`,
      `${producerName}, ${inSentence(communeName)}`,
      setName,
      average === null ? '' : showScore(average, 'vi'),
    ]),
  }
}

function headOf({ provinceName, place }: Approved, number: string, day: string): PaperHead {
  return { issuer: `Ủy ban nhân dân ${provinceName}`, number, place, date: legalDay(day) }
}

function signatureOf({ signerName, signerPost }: { signerName: string; signerPost: string }): Signature {
  return { lines: [signerPost], name: signerName, note: '(Ký, đóng dấu)' }
}

function samplesOf({ productName, samples }: { productName: string; samples: number | null }): string {
  return `${String(samples).padStart(2, '0')} đơn vị ${productName}`
}

function markOf({ decision }: Approved): string | null {
  return decision.isDemo ? 'DỮ LIỆU MINH HỌA' : null
}
