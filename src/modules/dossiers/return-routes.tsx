import { type Context, Hono } from 'hono'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { attempt } from './attempt.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import { listEvidence } from './evidence-store.ts'
import { listFixLists } from './fix-list-store.ts'
import { getDossier, stepOf } from './get-dossier.ts'
import { readDossierHead } from './read-dossier-head.ts'
import { readLastMending } from './read-last-mending.ts'
import { returnByProvince } from './return-by-province.ts'
import { type FixListFault, returnDossier } from './return-dossier.ts'
import {
  emptyReturn,
  faultsByTarget,
  fixGroups,
  itemsOf,
  type TypedReturn,
  typedReturn,
} from './return-form.ts'
import { showConflict, type TypedText, versionIn } from './show-conflict.tsx'
import { partName } from './views/part-name.ts'
import { ReturnPage } from './views/return-page.tsx'

/** Where officers look a dossier through and send back what has to be mended. */
export const returnRoutes = new Hono<Env>()

const ways = {
  return: { to: 'returned', send: returnDossier, list: '/inbox' },
  'province-return': { to: 'returned_by_province', send: returnByProvince, list: '/desk' },
} as const
type Way = keyof typeof ways

for (const way of ['return', 'province-return'] as const) {
  returnRoutes.get(`/dossiers/:id/${way}`, (c) => {
    const typed = emptyReturn(dayOf(c.get('ctx').now), c.req.queries('item'))
    return showReturn(c, way, { typed, faults: [] })
  })
  returnRoutes.post(`/dossiers/:id/${way}`, (c) => sendBack(c, way))
}

async function sendBack(c: Context<Env>, way: Way): Promise<Response> {
  const form = await c.req.formData()
  const typed = typedReturn(form)
  const version = versionIn(form)
  const { send, list } = ways[way]
  const { dueOn } = typed
  const dossierId = c.req.param('id') ?? ''
  const order = { dossierId, items: itemsOf(typed), dueOn, version }
  const { done, refusal } = await attempt(() => send(c.get('ctx'), order))
  if (refusal?.kind === 'conflict')
    return showConflict(c, refusal, { dossierId, version, typed: await typedTexts(c, typed) })
  if (refusal) {
    const faults = (refusal.facts.faults ?? []) as readonly FixListFault[]
    return showReturn(c, way, { typed, faults })
  }
  const { dueOn: day } = done
  sayNext(c, 'success', 'dossiers:page.desk.said.returned', { count: typed.chosen.size, day })
  return c.redirect(list, 303)
}

/** What the officer wrote, part by part, to be kept where the list can no longer be sent. */
async function typedTexts(c: Context<Env>, typed: TypedReturn): Promise<TypedText[]> {
  const dossier = await getDossier(c.get('ctx'), c.req.param('id') ?? '')
  const set = await criteriaOfDossier(c.get('ctx').db, dossier)
  return [...typed.chosen].map((target) => ({
    label: partName(target, set, c.get('view')),
    text: typed.notes[target] ?? '',
  }))
}

async function showReturn(
  c: Context<Env>,
  way: Way,
  { typed, faults }: { typed: TypedReturn; faults: readonly FixListFault[] },
): Promise<Response> {
  const ctx = c.get('ctx')
  const today = dayOf(ctx.now)
  const dossier = await getDossier(ctx, c.req.param('id') ?? '')
  const to = stepOf(ctx.actor, dossier, 'return')
  if (to === 'returned_by_province' && c.req.method === 'GET' && way === 'return')
    return c.redirect(`/dossiers/${dossier.id}/province-return`, 303)
  if (to !== ways[way].to) throw new Refusal('conflict', 'dossiers.step_closed', { state: dossier.state })
  const byProvince = way === 'province-return'
  const set = await criteriaOfDossier(ctx.db, dossier)
  return render(
    c,
    <ReturnPage
      head={await readDossierHead(ctx.db, dossier, { actor: ctx.actor, today })}
      byProvince={byProvince}
      groups={fixGroups(set, await listEvidence(ctx.db, dossier.id), byProvince)}
      typed={typed}
      faults={faultsByTarget(faults)}
      set={set}
      earlier={await listFixLists(ctx.db, dossier.id)}
      mending={await readLastMending(ctx.db, dossier.id)}
      today={today}
    />,
    faults.length > 0 ? 422 : 200,
  )
}
