import type { Paper } from '#platform/paper/paper.ts'
import { minutesPaper } from '../minutes-paper.ts'
import type { ClosedSession } from './drafts-of-session.ts'

/** The minutes as a paper (biên bản, Decree 30/2020, Annex III), so that PDF and Word say the same. */
export function minutesDocument({ minutes, issuer }: Pick<ClosedSession, 'minutes' | 'issuer'>): Paper {
  const said = minutesPaper(minutes, issuer)
  return {
    title: said.title,
    mark: said.demo,
    head: { superior: said.superior, issuer: said.issuer, number: said.number },
    name: { kind: 'Biên bản', subject: said.subject },
    blocks: [
      ...said.opening.map((text) => ({ is: 'paragraph' as const, text })),
      { is: 'heading', text: `I. ${said.presentTitle}` },
      {
        is: 'table',
        columns: [
          { label: 'TT', share: 1, align: 'center' },
          { label: 'Họ và tên', share: 5 },
          { label: 'Nhiệm vụ', share: 4 },
          { label: 'Cơ quan', share: 6 },
        ],
        rows: said.present,
      },
      ...(said.absent ? [{ is: 'paragraph' as const, text: `Vắng mặt: ${said.absent}.` }] : []),
      { is: 'heading', text: 'II. Cách chấm theo quy chế của hội đồng' },
      ...said.rules.map((text) => ({ is: 'paragraph' as const, text })),
      { is: 'heading', text: 'III. Kết quả' },
      {
        is: 'table',
        columns: [
          { label: 'TT', share: 1.4, align: 'center' },
          { label: 'Sản phẩm', share: 6 },
          { label: 'Chủ thể', share: 5 },
          { label: 'Điểm trung bình', share: 2.4, align: 'center' },
          { label: 'Kết quả', share: 2.6, align: 'center' },
        ],
        rows: said.results,
      },
      { is: 'heading', text: 'IV. Diễn biến từng hồ sơ' },
      ...said.details.flatMap(({ title, lines }) => [
        { is: 'heading' as const, text: title },
        { is: 'list' as const, items: lines },
      ]),
      { is: 'paragraph', text: said.ending },
    ],
    closing: {
      recipients: said.recipients,
      signatures: [
        { lines: ['Thư ký'], name: said.secretary },
        { lines: ['Chủ tọa'], name: said.chair },
      ],
    },
  }
}
