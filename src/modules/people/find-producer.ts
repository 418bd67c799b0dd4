import type { Kysely } from 'kysely'

/**
 * Looks a producer up. Given from outside, because producers stand above people: an account for a producer may only be
 * made in the unit where that producer is, or an officer of one commune could open the dossiers of another.
 */
export type FindProducer = (
  // biome-ignore lint/suspicious/noExplicitAny: the tables of a module above this one
  db: Kysely<any>,
  id: string,
) => Promise<{ name: string; unitPath: string } | undefined>
