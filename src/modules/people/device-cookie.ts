import type { Auth } from './open-auth.ts'

const year = 365 * 24 * 60 * 60

/** The `Set-Cookie` line by which a device is known again: guessing elsewhere does not hold it up. */
export function deviceCookie({ cookies, secure }: Pick<Auth, 'cookies' | 'secure'>, token: string): string {
  const parts = [`${cookies.device}=${token}`, `Max-Age=${year}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}
