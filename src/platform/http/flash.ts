import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Notice } from '#platform/ui/view.ts'

const tones = ['info', 'success', 'warning', 'error'] as const

/** Has the next page that this browser opens say one sentence: `sayNext(c, 'success', 'dossiers:done.submitted')`. */
export function sayNext(
  c: Context,
  tone: Notice['tone'],
  key: string,
  facts: Record<string, string | number> = {},
): void {
  setCookie(c, 'said', JSON.stringify([tone, key, facts]), {
    path: '/',
    maxAge: 60,
    httpOnly: true,
    sameSite: 'Lax',
  })
}

/** Takes what `sayNext` left. The cookie can be forged only by its own browser; it names a sentence and never holds one. */
export function takeSaid(
  c: Context,
  t: (key: string, facts?: Record<string, unknown>) => string,
): Notice | undefined {
  const said = getCookie(c, 'said')
  if (!said) return undefined
  deleteCookie(c, 'said', { path: '/' })
  try {
    const [tone, key, facts] = JSON.parse(said) as [string, string, Record<string, unknown>]
    const known = tones.find((one) => one === tone)
    if (!known || !/^[a-z-]+:[a-z_.]+$/.test(key)) return undefined
    return { tone: known, text: t(key, facts) }
  } catch {
    return undefined
  }
}
