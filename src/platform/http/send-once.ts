import { setTimeout as wait } from 'node:timers/promises'
import type { Context, MiddlewareHandler } from 'hono'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { sendOnceField } from '#platform/ui/send-once.tsx'
import type { Env } from './env.ts'
import { answerSentForm, findAnswer, insertSentForm } from './sent-form-store.ts'

/**
 * A form that carries a key (`<SendOnce />`) is done once: the first transaction of the request takes the key with it,
 * so that of two presses at once one does the work, and the other is led where the first was. What was refused, or
 * broke off, leaves the key free.
 */
export const sendOnce: MiddlewareHandler<Env> = async (c, next) => {
  const key = await keyOf(c)
  const { actor, db, now } = c.get('ctx')
  if (key === null || actor.id === null) return next()
  const form = { key, actorId: actor.id }
  const sent = { taken: false, before: false }
  c.set('ctx', {
    ...c.get('ctx'),
    async begin(db) {
      if (sent.taken) return
      sent.taken = await insertSentForm(db, { ...form, sentAt: now })
      sent.before = !sent.taken
      if (sent.before) throw new Refusal('conflict', 'platform.sent_already')
    },
  })
  await next()
  if (sent.taken) await answerSentForm(db, key, c.res.headers.get('location'))
  if (!sent.before) return
  const location = await answerOfFirst(c, form)
  if (location) c.res = c.redirect(location, 303)
}

async function keyOf(c: Context<Env>): Promise<string | null> {
  const type = c.req.header('content-type') ?? ''
  if (c.req.method !== 'POST' || !/^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(type))
    return null
  // A form that cannot be read is its handler's to refuse.
  const form = await c.req.formData().catch(() => null)
  const key = form?.get(sendOnceField)
  return typeof key === 'string' && isId(key) ? key : null
}

/** The first has been done, and may still be on its way to an answer. */
async function answerOfFirst(
  c: Context<Env>,
  form: { key: string; actorId: string },
): Promise<string | null> {
  for (let tries = 0; tries < 20; tries++) {
    const location = await findAnswer(c.get('ctx').db, form)
    if (location) return location
    await wait(100)
  }
  return null
}
