import { type Context, Hono } from 'hono'
import { listContacts } from '#modules/people/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { isMailChoice, kindsFor } from './notice-kinds.ts'
import type { NoticeParts } from './notice-parts.ts'
import { listSubscriptions } from './push-store.ts'
import { readChoices, saveChoices } from './save-choices.ts'
import { unsubscribePush } from './subscribe-push.ts'
import { SettingsPage } from './views/settings-page.tsx'

/** How a person is told: mails by kind of notice, and the browsers that show them. */
export function settingsRoutes({ pushKey }: Pick<NoticeParts, 'pushKey'>): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/notices/settings', (c) => settingsPage(c, pushKey))

  routes.post('/notices/settings', async (c) => {
    const typed = await c.req.parseBody()
    const refusal = await refusalOf(saveChoices(c.get('ctx'), typed), 'invalid')
    if (refusal) return settingsPage(c, pushKey, typed)
    sayNext(c, 'success', 'notices:done.saved')
    return c.redirect('/notices/settings', 303)
  })

  routes.post('/notices/devices/:id/removal', async (c) => {
    const id = c.req.param('id')
    if (!isId(id)) throw new Refusal('not_found', 'notices.unknown')
    await unsubscribePush(c.get('ctx'), { id })
    sayNext(c, 'success', 'notices:done.device_removed')
    return c.redirect('/notices/settings#devices', 303)
  })
  return routes
}

/** With what was typed the page comes back for the choices that it lacks. */
async function settingsPage(
  c: Context<Env>,
  pushKey: string | null,
  typed?: Readonly<Record<string, unknown>>,
): Promise<Response> {
  const ctx = c.get('ctx')
  const personId = ctx.actor.id ?? ''
  const kept = await readChoices(ctx)
  const lines = kindsFor(ctx.actor).map((kind) => {
    const given = typed ? typed[kind] : kept.get(kind)
    return { kind, mail: isMailChoice(given) ? given : undefined }
  })
  const [contact] = await listContacts(ctx.db, [personId], dayOf(ctx.now))
  const devices = await listSubscriptions(ctx.db, [personId])
  const page = <SettingsPage email={contact?.email ?? null} {...{ lines, devices, pushKey }} />
  return render(c, page, typed ? 422 : 200)
}
