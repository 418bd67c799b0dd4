import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import type { Refusal } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import type { Caller } from './caller.ts'

/** Who makes this request. */
export function callerOf(c: Context<Env>): Caller {
  return {
    address: c.get('address'),
    cookie: c.req.header('cookie') ?? '',
    userAgent: (c.req.header('user-agent') ?? '').slice(0, 400),
  }
}

/** Sends these `Set-Cookie` lines with the answer. */
export function setCookies(c: Context<Env>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

/** The fields of a posted form, each as one text; a field that was not sent is empty. */
export async function formOf<Name extends string>(
  c: Context<Env>,
  ...names: Name[]
): Promise<Record<Name, string>> {
  const body = await c.req.parseBody()
  const texts = names.map((name) => [name, typeof body[name] === 'string' ? body[name] : ''] as const)
  return Object.fromEntries(texts) as Record<Name, string>
}

/** The sentence for a refusal that belongs beside a field. */
export function sentenceOf(c: Context<Env>, { code, facts }: Refusal): string {
  return refusalWords({ code, facts }, c.get('view').t)
}

/** So many seconds, as one says it. */
export function waitWords(c: Context<Env>, seconds: number): string {
  const { t } = c.get('view')
  if (seconds < 90) return t('people:wait.seconds', { count: seconds })
  return t('people:wait.minutes', { count: Math.ceil(seconds / 60) })
}
