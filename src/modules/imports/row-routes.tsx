import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { fields, type Typed, typedRow } from './columns.ts'
import { getImport } from './get-import.ts'
import { mayImport } from './import-rights.ts'
import { findRow } from './import-row-store.ts'
import { leaveOutRow } from './leave-out-row.ts'
import { nextFaulty } from './list-faulty.ts'
import { mendRow } from './mend-row.ts'
import { RowPage } from './views/row-page.tsx'

/** The rows of a list, one at a time. */
export const rowRoutes = new Hono<Env>()

rowRoutes.get('/imports/:id/rows/:line', async (c) => {
  const ctx = c.get('ctx')
  const batch = await getImport(ctx, c.req.param('id'))
  if (!mayImport(ctx.actor, batch.unitPath)) throw new Refusal('forbidden', 'imports.may_not_change')
  const row = await findRow(ctx.db, batch.id, readLine(c.req.param('line')))
  if (!row) throw new Refusal('not_found', 'imports.row_unknown')
  return render(c, <RowPage {...{ batch, row }} inFile={typedRow(row.cells, batch.mapping)} />)
})

rowRoutes.post('/imports/:id/rows/:line', async (c) => {
  const ctx = c.get('ctx')
  const batchId = c.req.param('id')
  const line = readLine(c.req.param('line'))
  const form = await c.req.parseBody()
  const row = await mendRow(ctx, { batchId, line, typed: readTyped(form) })
  if (row.state === 'faulty' || row.state === 'contradicts') {
    const batch = await getImport(ctx, batchId)
    return render(c, <RowPage {...{ batch, row }} inFile={typedRow(row.cells, batch.mapping)} />, 422)
  }
  sayNext(c, 'success', 'imports:done.mended')
  const next = form.next === '1' ? await nextFaulty(ctx, batchId, line) : null
  const list = `/imports/${batchId}`
  return c.redirect(next === null ? list : `${list}/rows/${next}`, 303)
})

rowRoutes.post('/imports/:id/rows/:line/omission', async (c) => {
  const batchId = c.req.param('id')
  const line = readLine(c.req.param('line'))
  const { out } = await c.req.parseBody()
  await leaveOutRow(c.get('ctx'), { batchId, line, out: out === '1' })
  sayNext(c, 'success', out === '1' ? 'imports:done.left_out' : 'imports:done.taken_back')
  return c.redirect(`/imports/${batchId}`, 303)
})

function readLine(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new Refusal('not_found', 'imports.row_unknown')
  return Number(text)
}

function readTyped(form: Record<string, unknown>): Typed {
  const words = fields.map((field) => {
    const value = form[field]
    return [field, typeof value === 'string' ? value.trim().normalize('NFC').slice(0, 1000) : '']
  })
  return Object.fromEntries(words) as Typed
}
