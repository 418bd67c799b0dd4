import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { listSheets, type ScoreSheet, type SheetKey } from '../score-sheet-store.ts'
import { earlierSheet } from './changed-answers.ts'
import { unexplained } from './changed-codes.ts'

/** In a later round an answer that the member changed since their own earlier sheet has its reason. */
export async function askForReasons(
  ctx: Ctx<CouncilTables>,
  key: SheetKey,
  { answers, reasons }: Pick<ScoreSheet, 'answers' | 'reasons'>,
): Promise<void> {
  if (key.round === 1) return
  const before = earlierSheet(await listSheets(ctx.db, key), key)
  const codes = before ? unexplained(before.answers, answers, reasons) : []
  if (codes.length === 0) return
  const faults = codes.map((criterion) => ({ criterion, fault: 'unexplained' }))
  throw new Refusal('invalid', 'discussion.change_unexplained', { codes: codes.join(', '), faults })
}
