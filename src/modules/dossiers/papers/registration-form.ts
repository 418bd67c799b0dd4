import { legalDay } from '#platform/dates.ts'
import { dots, type Paper } from '#platform/paper/paper.ts'
import { paperKinds } from '../paper-kinds.ts'
import { given, markOf, originOf, placeOf, words } from './form-words.ts'
import type { FormFacts } from './read-form-facts.ts'

/** Form 01, the registration (QĐ 26/2026/QĐ-TTg, Appendix III). */
export function registrationForm(facts: FormFacts): Paper {
  const { dossier, content, set, communeName, handedIn } = facts
  const { registration, producer, product, evidence } = content
  const attached = paperKinds.filter((kind) => evidence.some(({ paperKind }) => paperKind === kind))
  const received = (receipt: string | null) => [
    `Số: ${receipt ?? '……/PĐK-……'}`,
    'Ngày ……/……/………',
    '(Người nhận ký, ghi rõ họ tên)',
    '',
    '',
  ]
  return {
    title: `Phiếu đăng ký ${dossier.code}`,
    form: words.form_01_no,
    mark: markOf(facts),
    head: {},
    name: {
      kind: 'Phiếu đăng ký',
      subject: 'Đánh giá, phân hạng sản phẩm Chương trình mỗi xã một sản phẩm',
    },
    blocks: [
      {
        is: 'facts',
        rows: [
          ['Mã sản phẩm', given(dossier.productCode)],
          ['Tên chủ thể', producer.name],
          [words.field.representativeName, given(registration.representativeName)],
          [words.field.representativePost, given(registration.representativePost)],
          [words.field.address, given(registration.address)],
          [words.field.phone, given(registration.phone)],
          [words.field.email, given(registration.email)],
          ['Tên sản phẩm', product.name],
          [words.field.specification, given(registration.specification || product.specification)],
          ['Ngành, nhóm, phân nhóm', `${set.group.nameVi}; ${set.subgroup.nameVi}; ${set.nameVi}`],
          ['Đăng ký', words.kind[dossier.kind]],
        ],
      },
      { is: 'heading', text: `${words.attachments}:` },
      attached.length > 0
        ? { is: 'list', items: attached.map((kind) => words.paper[kind]) }
        : { is: 'paragraph', text: dots },
      { is: 'paragraph', text: words.pledge },
      ...originOf(facts),
      {
        is: 'side_by_side',
        cells: [
          { title: words.received_by_commune, lines: received(dossier.communeReceipt) },
          { title: words.received_by_province, lines: received(dossier.provinceReceipt) },
        ],
      },
    ],
    closing: {
      signatures: [
        { lines: [''], name: '' },
        {
          lines: [words.signed_by_producer],
          note: handedIn
            ? `${placeOf(communeName)}, ${legalDay(handedIn.on)}`
            : '(Ký, ghi rõ họ tên, đóng dấu nếu có)',
          name: registration.representativeName ?? '',
        },
      ],
    },
  }
}
