import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type CriteriaSet, findCriteriaSet, listCriteriaSets } from '#modules/regulation/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { listOwnFigures } from './criterion-effort-store.ts'
import { type EffortEntry, effortEntries } from './effort-list.ts'
import { effortSheet } from './effort-sheet.ts'
import { figuresOf } from './effort-store.ts'
import { provinceToKeep, provinceToRead } from './guidance-rights.ts'
import { keepEfforts } from './keep-efforts.ts'
import { readEffortList } from './read-effort-list.ts'
import { sheetAnswer } from './sheet-answer.ts'
import { EffortListPage } from './views/effort-list-page.tsx'
import './text.ts'

/** The figures of raises as a list: out as Excel, in again with what was changed, looked over before it is kept. */
export const effortListRoutes = new Hono<Env>()

effortListRoutes.get('/guidance/efforts.xlsx', async (c) => {
  const { t } = c.get('view')
  const { entries } = await knownOf(c, provinceToRead(c.get('ctx').actor))
  return sheetAnswer(c, t('guidance:efforts.excel_name'), await effortSheet(entries, t))
})

effortListRoutes.get('/guidance/effort-list', (c) => {
  provinceToKeep(c.get('ctx').actor)
  return render(c, <EffortListPage />)
})

effortListRoutes.post('/guidance/effort-list', async (c) => {
  const unitId = provinceToKeep(c.get('ctx').actor)
  const { t } = c.get('view')
  const { file } = await c.req.parseBody()
  if (!(file instanceof File) || file.size === 0)
    return render(c, <EffortListPage fault={t('guidance:refusal.file_missing')} />, 422)
  const reading = readEffortList(new Uint8Array(await file.arrayBuffer()), await knownOf(c, unitId))
  const refusal = await refusalOf(reading, 'invalid')
  if (refusal) {
    const fault = refusalWords(refusal, t)
    return render(c, <EffortListPage fault={fault} />, 422)
  }
  return render(c, <EffortListPage list={await reading} fileName={file.name} />)
})

const Change = z.object({
  code: z.string().max(60),
  version: z.int().nonnegative(),
  typed: z.object({
    months: z.array(z.string()).max(6),
    cost: z.array(z.string()).max(6),
    papers: z.string(),
    helperNote: z.string(),
  }),
})

effortListRoutes.post('/guidance/effort-list/confirmation', async (c) => {
  const { t } = c.get('view')
  const form = await c.req.formData()
  const changes = form.getAll('change').map((text) => readChange(String(text)))
  const refusal = await refusalOf(keepEfforts(c.get('ctx'), changes), 'conflict')
  if (refusal) return render(c, <EffortListPage fault={t('guidance:list.stale')} />, 409)
  sayNext(c, 'success', 'guidance:list.kept', { count: changes.length })
  return c.redirect('/guidance', 303)
})

/** What the preview handed on. @throws Refusal `invalid` for what it never wrote */
function readChange(text: string): z.infer<typeof Change> {
  try {
    return Change.parse(JSON.parse(text))
  } catch {
    throw new Refusal('invalid', 'guidance.faulty')
  }
}

async function knownOf(
  c: Context<Env>,
  unitId: string,
): Promise<{ entries: EffortEntry[]; sets: ReadonlyMap<string, CriteriaSet> }> {
  const { db } = c.get('ctx')
  const [ofKind, own, published] = await Promise.all([
    figuresOf(db, unitId),
    listOwnFigures(db, { unitId }),
    listCriteriaSets(db),
  ])
  const found = await Promise.all(published.map(({ id }) => findCriteriaSet(db, id)))
  const sets = new Map(found.flatMap((one) => (one ? [[one.set.id, one.set] as const] : [])))
  return { entries: effortEntries(ofKind, own, sets), sets }
}
