import { lawRegime } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import { qrCode } from '#platform/pdf/qr-code.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { registerTemplate } from '#platform/pdf/template-registry.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import type { ScoreForm } from '../desk/score-form.ts'
import { scoreFormOf } from '../desk/score-form-of.ts'
import { criteriaSetOf } from '../own-sheet.ts'
import councils from '../text/vi.json' with { type: 'json' }
import { showPaperCode } from './paper-code.ts'
import type { PaperSheet } from './paper-sheet-store.ts'
import { type PapersReading, readPapers } from './read-papers.ts'

registerTemplate('score-paper', new URL('./score-paper.typ', import.meta.url))

export interface PapersToDraw {
  sessionId: string
  dossierId: string | null
  memberId: string | null
  /** One sheet for each dossier without member and code: a spare for the table. */
  blank: boolean
}

/**
 * The sheets to tick on paper as one PDF (A4): those that have a code, of the round that stands, each with its QR.
 * Papers are in Vietnamese, whoever prints them.
 */
export async function drawPaperSheets(
  ctx: Ctx<CouncilTables>,
  { origin, ...asked }: PapersToDraw & { origin: string },
): Promise<Uint8Array> {
  const reading = await readPapers(ctx, asked.sessionId)
  const here = reading.agenda.filter(
    ({ dossierId, status }) =>
      (status === 'waiting' || status === 'scoring') &&
      (asked.dossierId === null || dossierId === asked.dossierId),
  )
  const pictures: Record<string, Uint8Array> = {}
  const sheets = []
  for (const { dossierId, round } of here) {
    const form = await formOf(ctx, dossierId)
    const place = { dossierId, round, form }
    if (asked.blank) sheets.push(paperOf(reading, place))
    const papers = reading.papers.filter(
      (paper) =>
        paper.dossierId === dossierId &&
        paper.round === round &&
        (asked.memberId === null || paper.memberId === asked.memberId),
    )
    for (const paper of asked.blank ? [] : papers) {
      const picture = `qr-${paper.code.toLowerCase()}.svg`
      pictures[picture] = qrCode(`${origin}/paper-sheets/${paper.code}`)
      sheets.push({ ...paperOf(reading, place, paper), qr: picture })
    }
  }
  if (sheets.length === 0) throw new Refusal('not_found', 'paper_sheets.nothing_to_print')
  const title = `Phiếu chấm: ${reading.room.session.name}`
  return renderPdf('score-paper', { title, sheets }, { pictures, madeAt: ctx.now })
}

async function formOf(ctx: Ctx<CouncilTables>, dossierId: string): Promise<ScoreForm> {
  const { set } = await criteriaSetOf(ctx, dossierId)
  const { bands } = lawRegime(set.regimeId)
  return scoreFormOf(set, { bands, locale: 'vi', none: councils.desk.none })
}

/** The data of one sheet in score-paper.typ; without a paper member and code are left open. */
function paperOf(
  { room, labels, names, members }: PapersReading,
  { dossierId, round, form }: { dossierId: string; round: number; form: ScoreForm },
  paper?: PaperSheet,
) {
  const { session, council } = room
  const label = labels.get(dossierId)
  const seat = members.find(({ personId }) => personId === paper?.memberId)
  return {
    code: paper ? showPaperCode(paper.code) : null,
    later: round > 1,
    demo: label?.isDemo ? 'DỮ LIỆU MINH HỌA' : null,
    council: council.name,
    facts: [
      ['Sản phẩm', label?.product ?? ''],
      ['Chủ thể', label?.producer ?? ''],
      ['Hồ sơ', label?.code ?? ''],
      ['Buổi họp', `${session.name}, ngày ${showDay(session.heldOn)}, lượt chấm ${round}`],
      ['Thành viên', paper ? (names.get(paper.memberId) ?? paper.memberId) : ''],
      ['Cơ quan', seat?.organisation ?? ''],
    ],
    parts: form.parts.map((part) => ({
      title: `${part.code}. ${part.name}`,
      max: part.max,
      criteria: form.criteria
        .filter((criterion) => criterion.part === part.code)
        .map(({ code, name, max, several, onlyIf, groups, notes }) => ({
          title: `${code}. ${name}`,
          max,
          hints: [
            ...(several ? [councils.desk.several] : []),
            ...(onlyIf ? [councils.desk.only_if.replace('{{code}}', onlyIf)] : []),
            ...notes,
          ],
          groups: groups.map((group) => ({
            name: group.name,
            options: group.options.map(({ points, text }) => ({ points, text })),
          })),
        })),
    })),
  }
}
