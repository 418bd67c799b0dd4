import { callerHeader } from './open-auth.ts'

/** What a request says of who makes it. */
export interface Caller {
  /** The address it comes from, as the server or its trusted proxy saw it. */
  address: string
  cookie: string
  userAgent: string
}

/** The headers that the sign-in library sees: nothing of the request but what it needs, and the address we believe. */
export function authHeaders({ address, cookie, userAgent }: Caller): Headers {
  return new Headers({ cookie, 'user-agent': userAgent, [callerHeader]: address })
}

/** The caller as guesses are counted: a whole IPv6 network of a subscriber is one. */
export function callerKey({ address }: Pick<Caller, 'address'>): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '')
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const groups = head.split(':').filter(Boolean)
  const rest = tail?.split(':').filter(Boolean) ?? []
  const filled = [
    ...groups,
    ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'),
    ...rest,
  ]
  return filled
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** The value of a cookie that the caller sent, as it was set; undefined when it sent none. */
export function cookieOf({ cookie }: Pick<Caller, 'cookie'>, name: string): string | undefined {
  const pair = cookie.split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  const value = pair?.slice(name.length + 1)
  if (!value) return undefined
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
