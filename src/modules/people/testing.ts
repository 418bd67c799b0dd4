import type { Kysely } from 'kysely'
import type { UnitTables } from '#modules/territory/index.ts'
import { type Actor, type Ctx, system } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import { testCtx, testNow } from '#platform/testing/test-ctx.ts'
import type { Caller } from './caller.ts'
import { createDemoPerson, type DemoPerson } from './create-demo-person.ts'
import type { FindProducer } from './find-producer.ts'
import type { PeopleTables } from './people-tables.ts'
import type { Letter, Post } from './post.ts'
import { readActor } from './read-actor.ts'

export type PeopleTestTables = PeopleTables & UnitTables

/** The tea cooperative of Tà Xùa, the producer of the tests. */
export const teaCooperative = '019ab000-0000-7000-8000-000000000001'

export const findTestProducer: FindProducer = async (_db, id) =>
  id === teaCooperative ? { name: 'Hợp tác xã chè Tà Xùa', unitPath: 'vn/14/03868' } : undefined

/** A password for tests, as good as one asks for. */
export const goodPassword = 'ruộng bậc thang mùa nước đổ'

/** Letters that operations sent, to read in tests. */
export interface KeptPost extends Post {
  letters: Letter[]
  /** The secret in the link of the last letter. */
  lastToken(): string
}

export function keptPost(): KeptPost {
  const letters: Letter[] = []
  return {
    letters,
    baseUrl: 'https://saolang.example',
    send: async (_ctx, letter) => void letters.push(letter),
    lastToken: () => /token=([\w-]+)/.exec(letters.at(-1)?.text ?? '')?.[1] ?? '',
  }
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
