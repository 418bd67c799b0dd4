import { Hono } from 'hono'
import { signedInOnly } from '#modules/producers/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { readCursor, writeCursor } from './notice-cursor.ts'
import type { NoticeParts } from './notice-parts.ts'
import { countUnread, findNotice, listNotices, markRead } from './notice-store.ts'
import { pushRoutes } from './push-routes.ts'
import { settingsRoutes } from './settings-routes.tsx'
import { NoticesPage } from './views/notices-page.tsx'
import './text.ts'

const pageSize = 30

/** A person's own notices: reading them, and how they come. Nobody sees another's. */
export function noticeRoutes(parts: NoticeParts): Hono<Env> {
  const routes = new Hono<Env>()
  for (const within of ['/notices', '/notices/*']) {
    routes.use(within, signedInOnly)
    routes.use(within, async (c, next) => {
      c.header('cache-control', 'no-store')
      await next()
    })
  }
  routes.route('/', settingsRoutes(parts))
  routes.route('/', pushRoutes(parts))
  routes.route('/', readingRoutes)
  return routes
}

const readingRoutes = new Hono<Env>()

readingRoutes.get('/notices', async (c) => {
  const { db, actor } = c.get('ctx')
  const personId = actor.id ?? ''
  const after = readCursor(c.req.query('after'))
  const found = await listNotices(db, { personId, after, limit: pageSize + 1 })
  const shown = found.slice(0, pageSize)
  const last = shown.at(-1)
  const next = found.length > pageSize && last ? `/notices?after=${writeCursor(last)}` : undefined
  const unread = await countUnread(db, personId)
  return render(c, <NoticesPage notices={shown} {...{ unread, next }} isFirst={after === null} />)
})

/** Opens what a notice is about; it then counts as read, as a letter does that one has opened. */
readingRoutes.get('/notices/:id', async (c) => {
  const { db, actor, now } = c.get('ctx')
  const id = c.req.param('id')
  const personId = actor.id ?? ''
  const notice = isId(id) ? await findNotice(db, { id, personId }) : undefined
  if (!notice) throw new Refusal('not_found', 'notices.unknown')
  await markRead(db, { personId, id, now })
  return c.redirect(notice.href, 303)
})

readingRoutes.post('/notices/read', async (c) => {
  const { db, actor, now } = c.get('ctx')
  const { upTo } = await c.req.parseBody()
  if (typeof upTo !== 'string' || !isId(upTo)) throw new Refusal('not_found', 'notices.unknown')
  await markRead(db, { personId: actor.id ?? '', upTo, now })
  sayNext(c, 'success', 'notices:done.all_read')
  return c.redirect('/notices', 303)
})

readingRoutes.post('/notices/:id/read', async (c) => {
  const { db, actor, now } = c.get('ctx')
  const id = c.req.param('id')
  const personId = actor.id ?? ''
  if (!isId(id) || !(await findNotice(db, { id, personId })))
    throw new Refusal('not_found', 'notices.unknown')
  await markRead(db, { personId, id, now })
  sayNext(c, 'success', 'notices:done.read')
  return c.redirect('/notices', 303)
})
