import { type Context, Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import type { Mapping } from './columns.ts'
import { getImport } from './get-import.ts'
import { findListWithHeads } from './import-batch-store.ts'
import { mayImport } from './import-rights.ts'
import { listRows } from './import-row-store.ts'
import { type MappingFaults, mapColumns } from './map-columns.ts'
import { readMapping } from './read-mapping.ts'
import { ColumnsPage } from './views/columns-page.tsx'

/** Which column of a list holds what. */
export const columnRoutes = new Hono<Env>()

columnRoutes.get('/imports/:id/columns', (c) => columnsPage(c, c.req.param('id')))

columnRoutes.post('/imports/:id/columns', async (c) => {
  const batchId = c.req.param('id')
  const mapping = readMapping(await c.req.parseBody())
  const refusal = await refusalOf(mapColumns(c.get('ctx'), { batchId, mapping }), 'invalid')
  if (refusal) return columnsPage(c, batchId, { mapping, faults: refusal.facts.faults as MappingFaults })
  sayNext(c, 'success', 'imports:done.mapped')
  return c.redirect(`/imports/${batchId}`, 303)
})

async function columnsPage(
  c: Context<Env>,
  id: string,
  faulty?: { mapping: Mapping; faults: MappingFaults },
) {
  const ctx = c.get('ctx')
  const batch = await getImport(ctx, id)
  if (!mayImport(ctx.actor, batch.unitPath)) throw new Refusal('forbidden', 'imports.may_not_change')
  const first = await listRows(ctx.db, batch.id, { after: -1, limit: 3 })
  const { unitPath, headers, createdAt } = batch
  const page = {
    batch,
    remembered: await findListWithHeads(ctx.db, { unitPath, headers, before: createdAt }),
    mapping: faulty?.mapping ?? batch.mapping,
    faults: faulty?.faults ?? {},
    samples: first.map(({ cells }) => cells),
  }
  return render(c, <ColumnsPage {...page} />, faulty ? 422 : 200)
}
