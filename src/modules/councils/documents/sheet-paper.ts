import { type Criterion, partOf, type SheetScore } from '#modules/regulation/index.ts'
import { showMoment } from '#platform/dates.ts'
import type { Paper } from '#platform/paper/paper.ts'
import { fromPaper } from '../paper-sheets/paper-words.ts'
import type { ScoreSheet } from '../score-sheet-store.ts'
import vi from '../text/vi.json' with { type: 'json' }
import { type AboutDossier, councilHead, dossierFacts, withMinutes } from './paper-parts.ts'

/** A member's sheet as it was handed in: for each criterion the option chosen and its points, with what was noted. */
export function sheetPaper(about: AboutDossier, sheet: ScoreSheet, score: SheetScore): Paper {
  const { closed, line, set } = about
  const seat = closed.kept.council.seats.find(({ personId }) => personId === sheet.memberId)
  const name = closed.kept.names.get(sheet.memberId) ?? sheet.memberId
  const noted = Object.entries(sheet.notes).filter(([, note]) => note.trim() !== '')
  const explained = Object.entries(sheet.reasons).filter(([, reason]) => reason.trim() !== '')
  const facts = dossierFacts({ ...about, result: { ...about.result, round: sheet.round } })
  return {
    title: `Phiếu chấm ${line.code}, ${name}`,
    ...councilHead(closed),
    name: { kind: 'Phiếu chấm điểm', subject: `Sản phẩm ${line.product}` },
    blocks: [
      { is: 'paragraph', text: withMinutes(closed) },
      facts,
      {
        is: 'facts',
        rows: [
          ['Thành viên chấm', name],
          ['Nhiệm vụ', seat ? vi.position[seat.position] : ''],
          ['Cơ quan', seat?.organisation ?? ''],
          ['Nộp phiếu lúc', sheet.handedInAt ? showMoment(sheet.handedInAt) : ''],
          ...paperFacts(about, sheet),
        ],
      },
      {
        is: 'table',
        columns: [
          { label: 'Mã', share: 2, align: 'center' },
          { label: 'Tiêu chí', share: 7 },
          { label: 'Mức đã chọn', share: 8 },
          { label: 'Tối đa', share: 2, align: 'center' },
          { label: 'Điểm', share: 2, align: 'center' },
        ],
        rows: [
          ...set.parts.flatMap((part) => [
            [`Phần ${part.code}`, part.nameVi, '', String(part.max), String(score.parts[part.code] ?? 0)],
            ...part.sections
              .flatMap(({ criteria }) => criteria)
              .filter(({ code }) => partOf(set, code) === part.code)
              .map((criterion) => rowOf(criterion, sheet, score)),
          ]),
          ['', 'Tổng điểm', '', '100', String(score.total)],
        ],
      },
      ...(noted.length > 0
        ? [
            { is: 'heading' as const, text: 'Nhận xét' },
            { is: 'list' as const, items: noted.map(([code, note]) => `${code}: ${note}`) },
          ]
        : []),
      ...(explained.length > 0
        ? [
            { is: 'heading' as const, text: 'Lý do thay đổi so với lượt trước' },
            { is: 'list' as const, items: explained.map(([code, reason]) => `${code}: ${reason}`) },
          ]
        : []),
    ],
    closing: { signatures: [{ lines: [seat ? vi.position[seat.position] : 'Thành viên'], name }] },
  }
}

/** Where the sheet came from paper: its code, who typed it, who countersigned. */
function paperFacts({ closed: { kept } }: AboutDossier, sheet: ScoreSheet): [string, string][] {
  const own = kept.papers.filter(({ sheetId }) => sheetId === sheet.id)
  return fromPaper(own, kept.names).map(({ code, typist, signer, at }) => [
    'Chấm trên giấy',
    `mã phiếu ${code}; nhập: ${typist}; đối chiếu: ${signer}, ${at}`,
  ])
}

function rowOf(
  { code, nameVi, max, options }: Criterion,
  { answers }: ScoreSheet,
  score: SheetScore,
): string[] {
  const chosen = options.filter(({ no }) => answers[code]?.includes(no))
  const words = chosen.map(({ textVi }) => textVi).join('\n') || 'Không có mức nào'
  return [code, nameVi, words, String(max), String(score.points[code] ?? 0)]
}
