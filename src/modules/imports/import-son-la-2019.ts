import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveDrawings } from '#modules/products/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { confirmImport } from './confirm-import.ts'
import { listRows } from './import-row-store.ts'
import { type RunTables, runImport } from './run-import.ts'
import { startImport } from './start-import.ts'

/**
 * The 28 products that Sơn La recognised in 2019, through the importer as any list: the session of 24 to 26 December
 * 2019, whose decision is not on record. A second time it changes nothing.
 */
export async function importSonLa2019(ctx: Ctx<RunTables>): Promise<{ batchId: string }> {
  const name = 'son-la-2019.csv'
  const bytes = readFileSync(join(import.meta.dirname, 'data', name))
  const { batchId } = await startImport(ctx, { unitId: '14', name, bytes })
  await confirmImport(ctx, { batchId })
  await runImport(ctx, { batchId })
  const rows = await listRows(ctx.db, batchId, { after: -1, limit: 100 })
  await giveDrawings(
    ctx,
    rows.flatMap(({ productId }) => productId ?? []),
  )
  return { batchId }
}
