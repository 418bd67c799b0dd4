import { type Context, Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { findMail, listOutbox, mailStates, stateOf } from '#platform/mail/outbox-store.ts'
import { resendMail } from '#platform/mail/resend-mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { mayReadOutbox, mayResend } from './permissions.ts'
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
  const state = mailStates.find((one) => one === c.req.query('state'))
  const letters = await listOutbox(c.get('ctx').db, { ...cursor, state, limit: pageSize + 1 })
  const shown = letters.slice(0, pageSize)
  const href = state ? `/admin/outbox?state=${state}` : '/admin/outbox'
  const nextHref =
    letters.length > pageSize ? `${href}${state ? '&' : '?'}before=${shown.at(-1)?.id}` : undefined
  return render(
    c,
    <OutboxPage
      letters={shown.map((letter) => ({
        id: letter.id,
        recipient: letter.recipient,
        subject: letter.subject,
        at: letter.queuedAt,
        state: stateOf(letter),
        givenUp: letter.givenUpAt !== null,
        attempts: letter.attempts,
        error: letter.lastError,
      }))}
      state={state}
      readable={c.get('view').demo}
      mayResend={mayResend(c.get('ctx').actor)}
      nextHref={nextHref}
      firstHref={before ? href : undefined}
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

outboxRoutes.post('/admin/outbox/:id/delivery', async (c) => {
  const ctx = c.get('ctx')
  if (!mayResend(ctx.actor)) throw new Refusal('forbidden', 'people.may_not_read_outbox')
  const id = c.req.param('id')
  if (!isId(id) || !(await findMail(ctx.db, id))) throw new Refusal('not_found', 'people.no_such_mail')
  await resendMail(ctx, id)
  sayNext(c, 'success', 'people:done.mail_queued')
  return c.redirect('/admin/outbox', 303)
})

/** False for a visitor, who may sign in. @throws Refusal `people.may_not_read_outbox` */
function mayEnter(c: Context<Env>): boolean {
  const { actor } = c.get('ctx')
  if (mayReadOutbox(actor, c.get('view').demo)) return true
  if (actor.id) throw new Refusal('forbidden', 'people.may_not_read_outbox')
  return false
}
