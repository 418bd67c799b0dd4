import { Hono } from 'hono'
import { findUnit, listUnitGroups, provincePathOf } from '#modules/territory/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { changeProducer } from './change-producer.ts'
import { getProducer, getProducerToChange } from './get-producer.ts'
import { allProducers, listProducerPage } from './list-producer-page.ts'
import { paperRoutes } from './paper-routes.tsx'
import { type ProducerFaults, typedFrom, typedProducer } from './producer-form.ts'
import { readAfter, readProducerQuery } from './producer-query.ts'
import { maySeeSensitive, mayWriteSensitive, producersSeenBy, registersIn } from './producer-rights.ts'
import { producerSheet } from './producer-sheet.ts'
import { readVersion } from './read-version.ts'
import { registerProducer } from './register-producer.ts'
import { sheetAnswer } from './sheet-answer.ts'
import { signedInOnly } from './signed-in-only.ts'
import { ProducerFormPage } from './views/producer-form-page.tsx'
import { ProducersPage } from './views/producers-page.tsx'
import './text.ts'

/** Producers and their papers. The page of one producer is products' to serve, for it shows its products too. */
export const routes = new Hono<Env>()

routes.use('/producers', signedInOnly)
routes.use('/producers/*', signedInOnly)
routes.use('/producers.xlsx', signedInOnly)

routes.get('/producers', async (c) => {
  const ctx = c.get('ctx')
  const { paths, ids } = producersSeenBy(ctx.actor)
  // Somebody who acts for one producer and for nobody else has no list to read.
  if (paths.length === 0 && ids.length === 1) return c.redirect(`/producers/${ids[0]}`, 303)
  const asked = readAfter(c.req.query())
  const query = readProducerQuery(c.req.query())
  const { lines, next } = await listProducerPage(ctx, query, { after: asked, limit: 50 })
  const groups = await listUnitGroups(ctx.db, provincePathOf(ctx.actor))
  const mayRegister = registersIn(ctx.actor).length > 0
  return render(c, <ProducersPage {...{ query, lines, next, groups, mayRegister }} isFirst={!asked} />)
})

routes.get('/producers.xlsx', async (c) => {
  const { t } = c.get('view')
  const ctx = c.get('ctx')
  const bytes = await producerSheet(allProducers(ctx, readProducerQuery(c.req.query())), t)
  return sheetAnswer(c, `${t('producers:excel_name')}-${dayOf(ctx.now)}`, bytes)
})

routes.get('/producers/new', async (c) => {
  const { db, actor } = c.get('ctx')
  const places = registersIn(actor)
  if (places.length === 0) throw new Refusal('forbidden', 'producers.may_not_register')
  const only = places.length === 1 ? await findUnit(db, places[0]?.split('/')[2] ?? '') : undefined
  const groups = await listUnitGroups(db, provincePathOf(actor))
  const typed = typedProducer({ unitId: only?.id })
  return render(
    c,
    <ProducerFormPage {...{ typed, groups }} faults={{}} sensitive={mayWriteSensitive(actor)} />,
  )
})

routes.post('/producers/new', async (c) => {
  const ctx = c.get('ctx')
  if (registersIn(ctx.actor).length === 0) throw new Refusal('forbidden', 'producers.may_not_register')
  const typed = typedProducer(await c.req.parseBody())
  const registration = registerProducer(ctx, { typed })
  const refusal = await formRefusal(registration)
  if (refusal) {
    const groups = await listUnitGroups(ctx.db, provincePathOf(ctx.actor))
    const form = { typed, groups, faults: faultsIn(refusal), sensitive: mayWriteSensitive(ctx.actor) }
    return render(c, <ProducerFormPage {...form} />, 422)
  }
  sayNext(c, 'success', 'producers:done.registered')
  return c.redirect(`/producers/${(await registration).id}`, 303)
})

routes.get('/producers/:id/edit', async (c) => {
  const ctx = c.get('ctx')
  const producer = await getProducerToChange(ctx, c.req.param('id'))
  const groups = await listUnitGroups(ctx.db, provinceOf(producer.unitPath))
  const sensitive = maySeeSensitive(ctx.actor, producer)
  return render(
    c,
    <ProducerFormPage {...{ producer, groups, sensitive }} typed={typedFrom(producer)} faults={{}} />,
  )
})

routes.post('/producers/:id/edit', async (c) => {
  const ctx = c.get('ctx')
  const producerId = c.req.param('id')
  const body = await c.req.parseBody()
  const typed = typedProducer(body)
  const refusal = await formRefusal(changeProducer(ctx, { producerId, version: readVersion(body), typed }))
  if (!refusal) {
    sayNext(c, 'success', 'producers:done.changed')
    return c.redirect(`/producers/${producerId}`, 303)
  }
  const producer = await getProducer(ctx, producerId)
  const isStale = refusal.code === 'producers.changed_meanwhile'
  const form = {
    // A form with faults still starts from where it started; a stale one, once both were seen, from what is stored.
    producer: isStale ? producer : { ...producer, version: readVersion(body) },
    typed,
    faults: faultsIn(refusal),
    groups: await listUnitGroups(ctx.db, provinceOf(producer.unitPath)),
    sensitive: maySeeSensitive(ctx.actor, producer),
    stored: isStale ? typedFrom(producer) : undefined,
  }
  return render(c, <ProducerFormPage {...form} />, isStale ? 409 : 422)
})

routes.route('/', paperRoutes)

const formCodes = ['producers.faulty', 'producers.registered_already', 'producers.changed_meanwhile']

/** The refusal that belongs into the form, or null when the work is done. Any other passes through. */
async function formRefusal(work: Promise<unknown>): Promise<Refusal | null> {
  try {
    await work
    return null
  } catch (thrown) {
    if (thrown instanceof Refusal && formCodes.includes(thrown.code)) return thrown
    throw thrown
  }
}

function faultsIn({ code, facts }: Refusal): ProducerFaults {
  if (code === 'producers.registered_already') return { registrationNumber: 'registered_already' }
  return (facts.faults as ProducerFaults | undefined) ?? {}
}

function provinceOf(unitPath: string): string {
  return unitPath.split('/').slice(0, 2).join('/')
}
