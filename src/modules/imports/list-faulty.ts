import type { Ctx } from '#platform/ctx.ts'
import { tabStates } from './batch-tabs.ts'
import { listRows } from './import-row-store.ts'
import type { ImportRow, ImportTables } from './import-tables.ts'

/** The rows of a list that need mending, in the order of the file, some hundreds at a time. */
export async function* listFaulty(ctx: Ctx<ImportTables>, batchId: string): AsyncGenerator<ImportRow> {
  let after = -1
  for (;;) {
    const rows = await listRows(ctx.db, batchId, { states: tabStates.faulty, after, limit: 500 })
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.line
  }
}

/** The next row that needs mending after this line, or from the beginning; null when there is none. */
export async function nextFaulty(
  ctx: Ctx<ImportTables>,
  batchId: string,
  line: number,
): Promise<number | null> {
  const states = tabStates.faulty
  const [next] = await listRows(ctx.db, batchId, { states, after: line, limit: 1 })
  const [first] = next ? [next] : await listRows(ctx.db, batchId, { states, after: -1, limit: 1 })
  return first && first.line !== line ? first.line : null
}
