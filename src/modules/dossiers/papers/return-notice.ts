import { type Day, dayOf, legalDay } from '#platform/dates.ts'
import type { Paper } from '#platform/paper/paper.ts'
import { inSentence } from '#platform/text/in-sentence.ts'
import { translator } from '#platform/text/translator.ts'
import type { FixList } from '../fix-list-store.ts'
import { partName } from '../views/part-name.ts'
import { given, placeOf, words } from './form-words.ts'
import type { FormFacts } from './read-form-facts.ts'

const vietnamese = { t: translator('vi'), locale: 'vi' } as const
const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

/**
 * The request to supplement a dossier, for its producer to take home. Its look is that of administrative papers; it does
 * not claim to be the one-stop centre's own form, whose wording each province sets.
 */
export function returnNotice(facts: FormFacts, fixList: FixList): Paper {
  const { dossier, content, communeName, provinceName } = facts
  const { registration, producer, product } = content
  const byCommune = fixList.level === 'commune'
  const issuer = byCommune ? communeName : provinceName
  return {
    title: `Phiếu yêu cầu bổ sung, hồ sơ ${dossier.code}`,
    mark: dossier.isDemo ? 'DỮ LIỆU MINH HỌA' : null,
    head: {
      ...(byCommune ? { superior: `Ủy ban nhân dân ${provinceName}` } : {}),
      issuer: `Ủy ban nhân dân ${issuer}`,
      number: null,
      place: placeOf(issuer),
      date: legalDay(dayOf(fixList.createdAt)),
    },
    name: { kind: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', subject: `Sản phẩm ${product.name}` },
    blocks: [
      {
        is: 'facts',
        rows: [
          ['Chủ thể', producer.name],
          [words.field.representativeName, given(registration.representativeName)],
          [words.field.phone, given(registration.phone)],
          ['Hồ sơ', dossier.code],
          ['Số tiếp nhận', given(dossier.communeReceipt)],
        ],
      },
      {
        is: 'paragraph',
        text: `Sau khi xem hồ sơ, Ủy ban nhân dân ${inSentence(issuer)} đề nghị bổ sung, sửa các nội dung sau:`,
      },
      itemTable(facts, fixList),
      {
        is: 'paragraph',
        text: `Đề nghị gửi lại trước khi hết ${dueWords(fixList.dueOn)}. Nội dung nào không bổ sung được, chủ thể ghi rõ lý do khi gửi lại. Trong thời gian chờ bổ sung, thời hạn giải quyết của xã tạm dừng.`,
      },
    ],
    closing: {
      signatures: [
        { lines: ['Người nhận phiếu'], note: '(Ký, ghi rõ họ tên)', name: '' },
        { lines: ['Người yêu cầu bổ sung'], note: '(Ký, ghi rõ họ tên)', name: '' },
      ],
    },
  }
}

function itemTable({ set }: FormFacts, { items }: FixList): Paper['blocks'][number] {
  return {
    is: 'table',
    columns: [
      { label: 'TT', share: 1, align: 'center' },
      { label: 'Phần hồ sơ', share: 5 },
      { label: 'Lý do', share: 2 },
      { label: 'Cần bổ sung, sửa', share: 7 },
    ],
    rows: items.map(({ target, reason, note }, place) => [
      String(place + 1),
      partName(target, set, vietnamese),
      words.reason[reason],
      note,
    ]),
  }
}

/** "thứ Hai, ngày 30 tháng 11 năm 2026" */
export function dueWords(day: Day): string {
  return `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ${legalDay(day)}`
}
