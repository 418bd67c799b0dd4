import { dayOf, legalDay, showMoment } from '#platform/dates.ts'
import type { Block, Paper } from '#platform/paper/paper.ts'
import vi from '../text/vi.json' with { type: 'json' }
import type { SampleLot, SampleMove } from './sample-store.ts'

export interface SlipFacts {
  lot: SampleLot
  move: SampleMove
  product: string
  producer: string
  /** "Tỉnh Sơn La" */
  province: string
  /** Who wrote the step down. */
  by: string
}

/**
 * The slip that goes with samples from one hand to the next, to be signed by both. To a tasting it goes with the blind
 * code alone: neither product nor producer stands on it.
 */
export function slipPaper({ lot, move, product, producer, province, by }: SlipFacts): Paper {
  const isBlind = move.kind === 'tasting'
  const at = dayOf(move.movedAt)
  const rows: [string, string | null][] = isBlind
    ? [
        ['Mã mẫu nếm', move.blindCode],
        ['Số đơn vị mẫu', String(move.units)],
        ['Giao cho', move.counterpart],
      ]
    : [
        ['Mã lô mẫu', lot.code],
        ['Sản phẩm', product],
        ['Chủ thể', producer],
        ['Số đơn vị mẫu', String(move.units)],
        ['Số niêm phong', move.sealNo ?? (move.kind === 'receive' ? null : lot.sealNo)],
        [
          vi.sample.counterpart[move.kind as keyof typeof vi.sample.counterpart] ?? 'Bên liên quan',
          move.counterpart,
        ],
        ['Nơi lưu', move.place],
        ['Tình trạng, điều kiện bảo quản', move.condition],
        ['Lý do', move.reason],
      ]
  const blocks: Block[] = [
    { is: 'facts', rows: rows.filter((row): row is [string, string] => Boolean(row[1])) },
    { is: 'paragraph', text: 'Hai bên kiểm đếm, thấy đúng số lượng, niêm phong và tình trạng ghi trên đây.' },
    { is: 'note', text: `Ghi trên hệ thống lúc ${showMoment(move.movedAt)}.` },
  ]
  return {
    title: `Phiếu giao nhận mẫu ${isBlind ? move.blindCode : lot.code}`,
    mark: lot.isDemo ? 'DỮ LIỆU MINH HỌA' : null,
    head: {
      issuer: `Cơ quan thường trực Chương trình OCOP ${province.charAt(0).toLocaleLowerCase('vi')}${province.slice(1)}`,
      place: province.replace(/^(Tỉnh|Thành phố)\s+/u, ''),
      date: legalDay(at),
    },
    name: { kind: 'Phiếu giao nhận mẫu', subject: vi.sample.move[move.kind] },
    blocks,
    closing: {
      signatures: [
        {
          lines: ['Bên giao'],
          name: isGiving(move) ? by : (move.counterpart ?? ''),
          note: '(Ký, ghi rõ họ tên)',
        },
        {
          lines: ['Bên nhận'],
          name: isGiving(move) ? (move.counterpart ?? '') : by,
          note: '(Ký, ghi rõ họ tên)',
        },
      ],
    },
  }
}

/** Whether the one who wrote the step down handed the units over. */
function isGiving({ kind }: SampleMove): boolean {
  return kind === 'tasting' || kind === 'test' || kind === 'return' || kind === 'destroy' || kind === 'lose'
}
