import { type Criterion, criteriaOf, scoreOf } from '#modules/regulation/index.ts'
import { legalDay, showDay } from '#platform/dates.ts'
import { type Block, dots, type Paper } from '#platform/paper/paper.ts'
import { translator } from '#platform/text/translator.ts'
import { paperKinds } from '../paper-kinds.ts'
import type { SnapshotContent } from '../snapshot.ts'
import { given, givenMoney, markOf, originOf, placeOf, words } from './form-words.ts'
import type { FormFacts } from './read-form-facts.ts'

/**
 * Form 02, the self-assessment report (QĐ 26/2026/QĐ-TTg, Appendix III): general facts, results of the plan, the
 * producer's own score with its evidence in the order of the criteria, the plan ahead.
 * @param seesSensitive gender and ethnicity stay dots for whoever does not handle the dossier
 */
export function selfReportForm(facts: FormFacts, { seesSensitive }: { seesSensitive: boolean }): Paper {
  const { dossier, content, handedIn, communeName } = facts
  const { report, product, registration } = content
  return {
    title: `Báo cáo tự đánh giá ${dossier.code}`,
    form: 'Mẫu số 02, Phụ lục III, Quyết định 26/2026/QĐ-TTg',
    mark: markOf(facts),
    head: {},
    name: { kind: 'Báo cáo tự đánh giá', subject: `Sản phẩm ${product.name}` },
    blocks: [
      { is: 'heading', text: 'I. Thông tin chung' },
      { is: 'facts', rows: generalRows(facts, seesSensitive) },
      ...textBlocks(report, ['history', 'organisation']),
      { is: 'heading', text: 'II. Kết quả thực hiện phương án sản xuất, kinh doanh' },
      ...textBlocks(report, ['materialArea', 'technology', 'quality', 'market']),
      {
        is: 'facts',
        rows: [
          [words.field.revenue, givenMoney(report.revenue)],
          [words.field.profit, givenMoney(report.profit)],
        ],
      },
      { is: 'heading', text: 'III. Kết quả tự đánh giá' },
      scoreTable(facts),
      { is: 'paragraph', text: 'Điểm tự chấm không phải kết quả công nhận.' },
      { is: 'heading', text: 'Danh mục minh chứng' },
      evidenceTable(content),
      { is: 'heading', text: 'IV. Kế hoạch thời gian tới' },
      { is: 'paragraph', text: given(report.planAhead) },
      ...originOf(facts),
    ],
    closing: {
      signatures: [
        { lines: [''], name: '' },
        {
          lines: [words.signed_by_producer],
          ...(handedIn ? { note: `${placeOf(communeName)}, ${legalDay(handedIn.on)}` } : {}),
          name: registration.representativeName ?? '',
        },
      ],
    },
  }
}

function generalRows({ content }: FormFacts, seesSensitive: boolean) {
  const { report, registration, producer, product } = content
  const listed = (group: 'papers' | 'rights') => {
    const names: Record<string, string> = words[group]
    return (report[group] ?? []).map((one) => names[one] ?? one).join(', ') || dots
  }
  const gender = report.representativeGender
  return [
    ['Tên chủ thể', producer.name],
    ['Loại hình chủ thể', translator('vi')(`producers:kind.${producer.kind}`)],
    [words.field.address, given(registration.address || producer.address)],
    [words.field.representativeName, given(registration.representativeName)],
    [words.field.representativeGender, seesSensitive && gender ? words.gender[gender] : dots],
    [words.field.representativeEthnicity, seesSensitive ? given(report.representativeEthnicity) : dots],
    [words.field.foundedOn, report.foundedOn ? showDay(report.foundedOn) : dots],
    [words.field.registrationNumber, given(report.registrationNumber)],
    [words.field.specification, given(registration.specification || product.specification)],
    [words.field.papers, listed('papers')],
    [words.field.rights, listed('rights')],
  ] as const
}

type TextField = 'history' | 'organisation' | 'materialArea' | 'technology' | 'quality' | 'market'

function textBlocks(report: SnapshotContent['report'], fields: readonly TextField[]): Block[] {
  return fields.flatMap((field): Block[] => [
    { is: 'heading', text: words.field[field] },
    { is: 'paragraph', text: given(report[field]) },
  ])
}

function scoreTable({ content, set }: FormFacts): Block {
  const score = scoreOf(content.answers, set)
  const rows = set.parts.flatMap((part) => {
    const criteria = new Set(part.sections.flatMap((section) => section.criteria.map(({ code }) => code)))
    const lines = criteriaOf(set).filter(({ code }) => criteria.has(code))
    return [
      ...lines.map((criterion) => scoreRow(criterion, content, score.points[criterion.code] ?? 0)),
      ['', `Cộng phần ${part.code}: ${part.nameVi}`, '', `${score.parts[part.code]}/${part.max}`, ''],
    ]
  })
  return {
    is: 'table',
    columns: [
      { label: 'TT', share: 1.1, align: 'center' },
      { label: 'Tiêu chí', share: 4 },
      { label: 'Mức tự chấm', share: 5 },
      { label: 'Điểm', share: 1.3, align: 'center' },
      { label: 'Minh chứng', share: 3 },
    ],
    rows: [...rows, ['', 'Tổng điểm', '', `${score.total}/100`, '']],
  }
}

function scoreRow(
  { code, nameVi, options, max }: Criterion,
  content: SnapshotContent,
  points: number,
): string[] {
  const chosen = content.answers[code]
  const texts = options.filter(({ no }) => chosen?.includes(no)).map(({ textVi }) => textVi)
  const answer = chosen === undefined ? '' : texts.join('; ') || words.none_of_these
  const note = content.notes[code]
  const files = content.evidence.filter(({ criterion }) => criterion === code).map(({ title }) => title)
  return [
    code,
    nameVi,
    note ? `${answer}. ${note}` : answer,
    chosen ? `${points}/${max}` : '',
    files.join('; '),
  ]
}

function evidenceTable({ evidence }: SnapshotContent): Block {
  return {
    is: 'table',
    columns: [
      { label: 'TT', share: 1, align: 'center' },
      { label: 'Tài liệu', share: 5 },
      { label: 'Minh chứng kèm theo', share: 6 },
    ],
    rows: paperKinds.map((kind, place) => [
      String(place + 1),
      words.paper[kind],
      evidence
        .filter(({ paperKind }) => paperKind === kind)
        .map(({ title }) => title)
        .join('; '),
    ]),
  }
}
