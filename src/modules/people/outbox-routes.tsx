import { type Context, Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { findMail, listOutbox } from '#platform/mail/outbox-store.ts'
import { Refusal } from '#platform/refusal.ts'
import { mayReadOutbox } from './permissions.ts'
import { LetterPage } from './views/letter-page.tsx'
import { OutboxPage } from './views/outbox-page.tsx'

const pageSize = 50

/**
 * The letters of this installation. The demonstration's can be read by everybody; elsewhere an administrator sees
 * whether they were delivered and never what is in them, for they hold links that open other people's accounts.
 */
export const outboxRoutes = new Hono<Env>()

outboxRoutes.get('/admin/outbox', async (c) => {
  if (!mayEnter(c)) return c.redirect('/sign-in?back=/admin/outbox', 303)
  const before = c.req.query('before') ?? ''
  const cursor = isId(before) ? { before } : {}
  const letters = await listOutbox(c.get('ctx').db, { ...cursor, limit: pageSize + 1 })
  const shown = letters.slice(0, pageSize)
  const nextHref = letters.length > pageSize ? `/admin/outbox?before=${shown.at(-1)?.id}` : undefined
  return render(
    c,
    <OutboxPage
      letters={shown.map(({ id, recipient, subject, queuedAt, deliveredAt, givenUpAt }) => ({
        id,
        recipient,
        subject,
        at: queuedAt,
        state: deliveredAt ? 'delivered' : givenUpAt ? 'given_up' : 'waiting',
      }))}
      readable={c.get('view').demo}
      nextHref={nextHref}
      firstHref={before ? '/admin/outbox' : undefined}
    />,
  )
})

outboxRoutes.get('/admin/outbox/:id', async (c) => {
  const id = c.req.param('id')
  const letter = c.get('view').demo && isId(id) ? await findMail(c.get('ctx').db, id) : undefined
  if (!letter) throw new Refusal('not_found', 'people.no_such_mail')
  const { recipient, subject, text, queuedAt } = letter
  return render(c, <LetterPage {...{ recipient, subject, text }} at={queuedAt} />)
})

/** False for a visitor, who may sign in. @throws Refusal `people.may_not_read_outbox` */
function mayEnter(c: Context<Env>): boolean {
  const { actor } = c.get('ctx')
  if (mayReadOutbox(actor, c.get('view').demo)) return true
  if (actor.id) throw new Refusal('forbidden', 'people.may_not_read_outbox')
  return false
}
