import { criteriaOf, scoreOf, traceInWords } from '#modules/regulation/index.ts'
import type { Block, Paper } from '#platform/paper/paper.ts'
import { countedMembers } from '../read-dossier-room.ts'
import type { ScoreSheet } from '../score-sheet-store.ts'
import {
  type AboutDossier,
  councilHead,
  dossierFacts,
  points,
  resultWords,
  withMinutes,
} from './paper-parts.ts'

/** The members' sheets of a product side by side, its average and parts, and why it has its stars. */
export function consolidatedPaper(about: AboutDossier, sheets: readonly ScoreSheet[]): Paper {
  const { closed, line, result } = about
  const { minutes } = closed
  const counted = countedMembers(result.inputs)
  const valid = sheets.filter(({ memberId }) => counted.includes(memberId))
  return {
    title: `Bảng tổng hợp điểm ${line.code}`,
    ...councilHead(closed),
    name: { kind: 'Bảng tổng hợp điểm', subject: `Sản phẩm ${line.product}` },
    blocks: [
      { is: 'paragraph', text: withMinutes(closed) },
      dossierFacts(about),
      ...(valid.length > 0 ? tablesOf(about, valid) : []),
      { is: 'heading', text: 'Kết quả' },
      {
        is: 'list',
        items: traceInWords(result.trace, 'vi').map((words) => words.replace(/^→ /, 'Kết quả: ')),
      },
      {
        is: 'paragraph',
        text: `Kết luận: ${resultWords(line)}${line.average === null ? '' : `, điểm trung bình ${points(line.average)}`}.`,
      },
      ...(line.recused.length > 0
        ? [
            {
              is: 'paragraph' as const,
              text: `Không tham gia chấm: ${line.recused.map(({ name }) => name).join(', ')}.`,
            },
          ]
        : []),
    ],
    closing: {
      signatures: [
        { lines: ['Thư ký'], name: minutes.secretary },
        { lines: ['Chủ tọa'], name: closed.kept.names.get(result.decidedBy) ?? minutes.chair },
      ],
    },
  }
}

function tablesOf({ closed, set, result, line }: AboutDossier, sheets: readonly ScoreSheet[]): Block[] {
  const scores = sheets.map(({ answers }) => scoreOf(answers, set))
  const codes = set.parts.map(({ code }) => code)
  const name = (memberId: string) => closed.kept.names.get(memberId) ?? memberId
  return [
    { is: 'heading', text: `Điểm của ${sheets.length} phiếu hợp lệ` },
    {
      is: 'table',
      columns: [
        { label: 'Số', share: 1, align: 'center' },
        { label: 'Thành viên', share: 6 },
        ...codes.map((code) => ({ label: `Phần ${code}`, share: 2, align: 'center' as const })),
        { label: 'Tổng', share: 2, align: 'center' },
      ],
      rows: [
        ...sheets.map(({ memberId }, place) => [
          String(place + 1),
          name(memberId),
          ...codes.map((code) => String(scores[place]?.parts[code] ?? 0)),
          String(scores[place]?.total ?? 0),
        ]),
        ['', 'Trung bình', ...codes.map((code) => points(result.partAverages?.[code])), points(line.average)],
      ],
    },
    { is: 'heading', text: 'Điểm từng tiêu chí, theo số của thành viên' },
    criterionTable(
      criteriaOf(set).map(({ code, max }) => [
        code,
        String(max),
        ...scores.map((score) => String(score.points[code] ?? 0)),
      ]),
      sheets.length,
    ),
  ]
}

/** So many members have room beside each other twice, and the table is half as long. */
const membersInHalf = 7

function criterionTable(rows: readonly string[][], members: number): Block {
  const half = [
    { label: 'Mã', share: 2.2, align: 'center' as const },
    { label: 'Tối đa', share: 2, align: 'center' as const },
    ...Array.from({ length: members }, (_, place) => {
      return { label: `(${place + 1})`, share: 1.4, align: 'center' as const }
    }),
  ]
  if (members > membersInHalf) return { is: 'table', columns: half, rows }
  const middle = Math.ceil(rows.length / 2)
  const empty = half.map(() => '')
  return {
    is: 'table',
    columns: [...half, ...half],
    rows: rows.slice(0, middle).map((row, place) => [...row, ...(rows[middle + place] ?? empty)]),
  }
}
