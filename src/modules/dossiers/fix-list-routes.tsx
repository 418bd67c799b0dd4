import { type Context, Hono } from 'hono'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import { extendFixList } from './extend-fix-list.ts'
import { findOpenFixList, listFixLists } from './fix-list-store.ts'
import { getDossier, stepOf } from './get-dossier.ts'
import { goOnAsItStands } from './go-on-as-it-stands.ts'
import { readDossierHead } from './read-dossier-head.ts'
import { FixListPage, type OverdueFaults } from './views/fix-list-page.tsx'

/** Where an officer gives a producer more time to mend, or goes on once the day has passed. */
export const fixListRoutes = new Hono<Env>()

fixListRoutes.get('/dossiers/:id/fix-list', (c) => showFixList(c))

fixListRoutes.post('/dossiers/:id/fix-list/extension', async (c) => {
  const { text, dossierId } = await typedIn(c)
  const [dueOn, reason] = [text('dueOn'), text('reason')]
  const extended = extendFixList(c.get('ctx'), { dossierId, dueOn, reason })
  const refusal = await refusalOf(extended, 'invalid')
  if (refusal) return showFixList(c, { form: 'extension', dueOn, reason, faults: faultsOf(refusal) })
  sayNext(c, 'success', 'dossiers:page.overdue.said.extended', { day: (await extended).dueOn })
  return c.redirect(`/dossiers/${dossierId}`, 303)
})

fixListRoutes.post('/dossiers/:id/fix-list/conclusion', async (c) => {
  const { text, dossierId } = await typedIn(c)
  const reason = text('reason')
  const refusal = await refusalOf(goOnAsItStands(c.get('ctx'), { dossierId, reason }), 'invalid')
  if (refusal) return showFixList(c, { form: 'conclusion', dueOn: '', reason, faults: faultsOf(refusal) })
  sayNext(c, 'success', 'dossiers:page.overdue.said.gone_on')
  return c.redirect(`/dossiers/${dossierId}`, 303)
})

async function typedIn(c: Context<Env>) {
  const form = await c.req.formData()
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 2000)
  return { text, dossierId: c.req.param('id') ?? '' }
}

function faultsOf({ facts }: Refusal): OverdueFaults {
  return (facts.faults ?? {}) as OverdueFaults
}

interface Typed {
  form: 'extension' | 'conclusion'
  dueOn: string
  reason: string
  faults: OverdueFaults
}

async function showFixList(c: Context<Env>, typed?: Typed): Promise<Response> {
  const { db, actor, now } = c.get('ctx')
  const today = dayOf(now)
  const dossier = await getDossier(c.get('ctx'), c.req.param('id') ?? '')
  const to = stepOf(actor, dossier, 'go_on')
  const fixList = await findOpenFixList(db, dossier.id)
  if (!fixList) throw new Refusal('conflict', 'dossiers.step_closed', { state: dossier.state })
  return render(
    c,
    <FixListPage
      head={await readDossierHead(db, dossier, { actor, today })}
      byProvince={to === 'proposed'}
      fixList={fixList}
      earlier={await listFixLists(db, dossier.id)}
      set={await criteriaOfDossier(db, dossier)}
      today={today}
      typed={typed}
    />,
    typed ? 422 : 200,
  )
}
