import type { Ctx } from '#platform/ctx.ts'
import type { PeopleTables } from './people-tables.ts'

export interface Letter {
  to: string
  subject: string
  text: string
}

/** How operations send letters, and the address that the links in them begin with. */
export interface Post {
  /** Puts a letter into the outbox, in the running transaction. */
  send(ctx: Ctx<PeopleTables>, letter: Letter): Promise<unknown>
  baseUrl: string
}
