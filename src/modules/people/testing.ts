import type { Kysely } from 'kysely'
import type { UnitTables } from '#modules/territory/index.ts'
import { type Actor, type Ctx, system } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import { listOutbox } from '#platform/mail/outbox-store.ts'
import { testCtx, testNow } from '#platform/testing/test-ctx.ts'
import type { Caller } from './caller.ts'
import { createDemoPerson, type DemoPerson } from './create-demo-person.ts'
import { findSecondFactor } from './credential-store.ts'
import type { FindProducer } from './find-producer.ts'
import type { Auth } from './open-auth.ts'
import type { PeopleTables } from './people-tables.ts'
import { readActor } from './read-actor.ts'

export type PeopleTestTables = PeopleTables & UnitTables

/** The tea cooperative of Tà Xùa, the producer of the tests. */
export const teaCooperative = '019ab000-0000-7000-8000-000000000001'

export const findTestProducer: FindProducer = async (_db, id) =>
  id === teaCooperative ? { name: 'Hợp tác xã chè Tà Xùa', unitPath: 'vn/14/03868' } : undefined

/** A password for tests, as good as one asks for. */
export const goodPassword = 'ruộng bậc thang mùa nước đổ'

/** The letters in the outbox to this address, newest first. */
export async function lettersTo(db: Kysely<PeopleTestTables>, email: string) {
  return (await listOutbox(db)).filter(({ recipient }) => recipient === email)
}

/** The secret in the link of the newest letter to this address. */
export async function lastToken(db: Kysely<PeopleTestTables>, email: string): Promise<string> {
  const [letter] = await lettersTo(db, email)
  return /token=([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? ''
}

/** A person with an account and roles; the password is `goodPassword`. Acts as them afterwards. */
export async function makePerson(
  db: Kysely<PeopleTestTables>,
  name: string,
  roles: DemoPerson['roles'] = [],
  now: Date = testNow,
): Promise<Actor & { id: string; email: string }> {
  const email = `${fold(name).replaceAll(' ', '.')}@saolang.example`
  const ctx: Ctx<PeopleTestTables> = testCtx(db, { actor: system, now })
  const { id } = await createDemoPerson(ctx, { name, email, password: goodPassword, roles }, findTestProducer)
  return { ...(await readActor(db, id, dayOf(now))), id, email }
}

/** Somebody at another address each time, unless said. */
export function callerAt(address: string, cookie = ''): Caller {
  return { address, cookie, userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' }
}

/** The code that the authenticator app of this person shows at this moment. */
export async function totpOf(db: Kysely<PeopleTestTables>, auth: Auth, personId: string): Promise<string> {
  const factor = await findSecondFactor(db, personId)
  const secret = await auth.decrypt(factor?.secret ?? '')
  return (await auth.api.generateTOTP({ body: { secret } })).code
}

/** A browser, as far as cookies go. */
export interface Browser {
  caller(): Caller
  /** Does what `Set-Cookie` lines say. */
  keep(cookies: readonly string[]): void
  /** Another one with the same cookies, as a thief would have them. */
  copy(): Browser
}

export function openBrowser(address: string, jar: ReadonlyMap<string, string> = new Map()): Browser {
  const cookies = new Map(jar)
  return {
    caller: () => callerAt(address, [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')),
    keep: (lines) => {
      for (const line of lines) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        if (/max-age=0\b/i.test(line)) cookies.delete(name)
        else cookies.set(name, value)
      }
    },
    copy: () => openBrowser(address, cookies),
  }
}
