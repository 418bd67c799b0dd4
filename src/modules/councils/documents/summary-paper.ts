import type { Paper } from '#platform/paper/paper.ts'
import type { ClosedSession } from './drafts-of-session.ts'
import { councilHead, points, resultWords, withMinutes } from './paper-parts.ts'

/** What a session came to, a line for each dossier on its agenda. */
export function summaryPaper(closed: ClosedSession): Paper {
  const { minutes } = closed
  const { dossiers } = minutes
  const counts = [5, 4, 3, 2, 1].flatMap((stars) => {
    const count = dossiers.filter((line) => line.outcome === 'ranked' && line.stars === stars).length
    return count > 0 ? [`${stars} sao: ${count} sản phẩm`] : []
  })
  const without = (['rejected', 'released'] as const).flatMap((outcome) => {
    const count = dossiers.filter((line) => line.outcome === outcome).length
    return count > 0 ? [`${outcome === 'rejected' ? 'Loại' : 'Rút khỏi buổi họp'}: ${count} hồ sơ`] : []
  })
  return {
    title: `Bảng tổng hợp kết quả ${minutes.number}`,
    ...councilHead(closed),
    name: { kind: 'Bảng tổng hợp kết quả', subject: 'Đánh giá, phân hạng sản phẩm OCOP' },
    blocks: [
      { is: 'paragraph', text: withMinutes(closed) },
      {
        is: 'table',
        columns: [
          { label: 'TT', share: 1.5, align: 'center' },
          { label: 'Sản phẩm, mã hồ sơ', share: 5 },
          { label: 'Chủ thể', share: 4 },
          ...['A', 'B', 'C'].map((code) => ({ label: `Phần ${code}`, share: 1.7, align: 'center' as const })),
          { label: 'Trung bình', share: 1.9, align: 'center' },
          { label: 'Kết quả', share: 2, align: 'center' },
        ],
        rows: dossiers.map((line) => [
          String(line.position),
          `${line.product}\n${line.code}`,
          line.producer,
          ...['A', 'B', 'C'].map((code) => points(line.parts?.[code])),
          points(line.average),
          resultWords(line),
        ]),
      },
      { is: 'paragraph', text: `Tổng số: ${dossiers.length} hồ sơ. ${[...counts, ...without].join('; ')}.` },
      {
        is: 'note',
        text: 'Kết quả chấm của hội đồng chưa phải là quyết định công nhận hoặc phê duyệt.',
      },
    ],
    closing: {
      signatures: [
        { lines: ['Thư ký'], name: minutes.secretary },
        { lines: ['Chủ tọa'], name: minutes.chair },
      ],
    },
  }
}
