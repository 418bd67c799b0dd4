import type { MiddlewareHandler } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { Refusal } from '#platform/refusal.ts'

/** Asks a visitor to sign in before a page of the workspace. */
export const signedInOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (c.get('ctx').actor.id === null) throw new Refusal('forbidden', 'platform.sign_in_first')
  await next()
}
