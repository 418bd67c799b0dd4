import type { Kysely } from 'kysely'
import type { CouncilTables } from '../council-tables.ts'
import type { KnockOutVoteRow } from './vote-tables.ts'

/** Casts a vote, or changes the person's own. */
export async function putVote(db: Kysely<CouncilTables>, vote: KnockOutVoteRow): Promise<void> {
  const { knockOutId: _, personId: __, ...change } = vote
  await db
    .insertInto('knockOutVote')
    .values(vote)
    .onConflict((conflict) => conflict.columns(['knockOutId', 'personId']).doUpdateSet(change))
    .execute()
}

/** The votes on one knock-out. */
export function listVotes(db: Kysely<CouncilTables>, knockOutId: string): Promise<KnockOutVoteRow[]> {
  return db
    .selectFrom('knockOutVote')
    .selectAll()
    .where('knockOutId', '=', knockOutId)
    .orderBy('castAt')
    .execute()
}

/** All votes of the session. They are secret while their vote is open: nobody is shown but their own. */
export function listVotesOf(db: Kysely<CouncilTables>, sessionId: string): Promise<KnockOutVoteRow[]> {
  return db
    .selectFrom('knockOutVote')
    .innerJoin('knockOut', 'knockOut.id', 'knockOutVote.knockOutId')
    .selectAll('knockOutVote')
    .where('knockOut.sessionId', '=', sessionId)
    .orderBy('castAt')
    .execute()
}

/** False when the vote is open already, or the knock-out was decided. */
export async function markVoteOpened(
  db: Kysely<CouncilTables>,
  { id, voteOpenedAt, voteOpenedBy }: { id: string; voteOpenedAt: Date; voteOpenedBy: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('knockOut')
    .set({ voteOpenedAt, voteOpenedBy })
    .where('id', '=', id)
    .where('voteOpenedAt', 'is', null)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
