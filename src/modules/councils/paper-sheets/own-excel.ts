import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { criteriaSetOf, enterOwnSheet } from '../own-sheet.ts'
import { newPaperCode } from './paper-code.ts'
import { findPaperSheet, insertPaperSheets, listPaperSheets, type PaperSheet } from './paper-sheet-store.ts'

/** The code of the member's own sheet of the round, for the Excel file that they fill in; given when first asked for. */
export function giveOwnCode(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; dossierId: string },
): Promise<PaperSheet> {
  return inTransaction(ctx, async (ctx) => {
    const own = await enterOwnSheet(ctx, at)
    const { memberId, round } = own.key
    const { set, digest } = await criteriaSetOf(ctx, at.dossierId)
    const given = { id: newId(ctx.now.getTime()), code: newPaperCode(), councilId: own.council.id }
    const criteria = { criteriaSetId: set.id, criteriaDigest: digest }
    await insertPaperSheets(ctx.db, [
      { ...given, ...at, memberId, round, ...criteria, printedBy: memberId, printedAt: ctx.now },
    ])
    const papers = await listPaperSheets(ctx.db, at.sessionId)
    const paper = papers.find(
      (one) => one.dossierId === at.dossierId && one.memberId === memberId && one.round === round,
    )
    if (!paper) throw new Refusal('not_found', 'paper_sheets.unknown')
    return paper
  })
}

/** Refuses a file that bears the code of another sheet than the member's own of this round. */
export async function askToBeOwn(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; dossierId: string },
  code: string | null,
): Promise<void> {
  const own = await enterOwnSheet(ctx, at)
  const paper = code ? await findPaperSheet(ctx.db, code) : undefined
  const same =
    paper?.dossierId === at.dossierId &&
    paper.sessionId === at.sessionId &&
    paper.memberId === own.key.memberId &&
    paper.round === own.key.round
  if (!same) throw new Refusal('invalid', 'paper_sheets.other_sheet', { code: code ?? '—' })
}
