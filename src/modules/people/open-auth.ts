import type { BetterAuthOptions } from 'better-auth'
import type { Kysely } from 'kysely'
import { newId } from '#platform/ids.ts'
import { longestPassword, shortestPassword } from './password-faults.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import type { PeopleTables } from './people-tables.ts'
import { findPerson } from './person-store.ts'
import { hashOf } from './secret-token.ts'
import { prolongAfterSeconds, sessionSeconds } from './session-life.ts'

export interface AuthSettings {
  // biome-ignore lint/suspicious/noExplicitAny: sign-in narrows it to the tables of this module
  db: Kysely<any>
  /** At least 32 characters; signs cookies and encrypts the secrets of second factors. */
  secret: string
  /** The address that people type, without a slash at the end. */
  baseUrl: string
  /** Whether that address is https: cookies are then Secure and bound to the host. */
  secure: boolean
}

/** Where the reverse proxy's word must not count: we tell the library the caller's address in this header ourselves. */
export const callerHeader = 'x-sao-lang-caller'

/**
 * Sign-in over our database. Its own HTTP handler is not mounted: the pages of this module call `api` with headers made
 * by `authHeaders` and hand its cookies on.
 */
export async function openAuth({ db, secret, baseUrl, secure }: AuthSettings) {
  // Loaded here and not above: every module asks this one who holds what, and few ever sign anybody in.
  const [{ betterAuth }, { twoFactor }, { symmetricDecrypt }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins/two-factor'),
    import('better-auth/crypto'),
  ])
  const prefix = cookiePrefix(secure)
  const people: Kysely<PeopleTables> = db
  const api = betterAuth({
    appName: 'Sao Làng',
    secret,
    baseURL: baseUrl,
    database: { db, type: 'postgres' },
    ...names,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: {
        hash: hashPassword,
        verify: ({ password, hash }) => isPassword(password, hash),
      },
    },
    plugins: [
      // The lock of the plugin would lock the owner out together with the guesser; see verify-second-factor.ts.
      twoFactor({
        issuer: 'Sao Làng',
        accountLockout: { enabled: false },
        schema: { twoFactor: { fields: { userId: 'personId' } } },
      }),
    ],
    databaseHooks: {
      session: {
        // Nobody signs in to a disabled account, whichever way leads to a session.
        create: {
          before: async ({ userId }) => {
            const person = await findPerson(people, userId)
            return person && !person.disabledAt ? undefined : false
          },
        },
      },
    },
    advanced: {
      cookiePrefix: prefix,
      // `__Host-` in the prefix says more than the `__Secure-` that this setting would put before it.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [callerHeader], ipv6Subnet: 128 },
      database: { generateId: () => newId(), validateSchema: false },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  }).api
  return {
    api,
    baseUrl,
    secure,
    cookies: {
      session: `${prefix}.session_token`,
      device: `${prefix}.device`,
      challenge: `${prefix}.two_factor`,
    },
    /** What the library encrypted: secrets of second factors and backup codes. */
    decrypt: (data: string) => symmetricDecrypt({ key: secret, data }),
  }
}

export type Auth = Awaited<ReturnType<typeof openAuth>>

const names = {
  user: {
    modelName: 'person',
    additionalFields: {
      locale: { type: 'string', required: false, input: false },
      disabledAt: { type: 'date', required: false, input: false },
    },
  },
  session: {
    modelName: 'signInSession',
    fields: { userId: 'personId' },
    expiresIn: sessionSeconds,
    updateAge: prolongAfterSeconds,
  },
  account: { modelName: 'credential', fields: { userId: 'personId' } },
  verification: { storeIdentifier: { hash: async (identifier: string) => hashOf(identifier) } },
} as const satisfies Partial<BetterAuthOptions>

function cookiePrefix(secure: boolean): string {
  return secure ? '__Host-saolang' : 'saolang'
}
