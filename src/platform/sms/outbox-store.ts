import { type Generated, type Kysely, type Selectable, sql } from 'kysely'

export interface OutboxSmsRow {
  id: string
  /** Why it is sent: nobody is told twice for one cause. */
  cause: string
  recipient: string
  text: string
  queuedAt: Date
  attempts: Generated<number>
  /** Until when one worker has this message in hand. */
  claimedUntil: Date | null
  deliveredAt: Date | null
  givenUpAt: Date | null
  lastError: string | null
}

export type OutboxSms = Selectable<OutboxSmsRow>

export interface SmsTables {
  outboxSms: OutboxSmsRow
}

/** False when there is one for this cause already: the key decides. */
export async function insertSms(
  db: Kysely<SmsTables>,
  sms: Pick<OutboxSms, 'id' | 'cause' | 'recipient' | 'text' | 'queuedAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('outboxSms')
    .values(sms)
    .onConflict((conflict) => conflict.column('cause').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The message, for one worker alone for a while; nothing when it is delivered, given up or in another's hand. */
export function claimSms(
  db: Kysely<SmsTables>,
  { id, now, until }: { id: string; now: Date; until: Date },
): Promise<OutboxSms | undefined> {
  return db
    .updateTable('outboxSms')
    .set({ claimedUntil: until, attempts: sql`attempts + 1` })
    .where('id', '=', id)
    .where('deliveredAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where((where) => where.or([where('claimedUntil', 'is', null), where('claimedUntil', '<', now)]))
    .returningAll()
    .executeTakeFirst()
}

/** How an attempt ended; the message is free again. */
export async function closeSmsAttempt(
  db: Kysely<SmsTables>,
  id: string,
  end: Partial<Pick<OutboxSms, 'deliveredAt' | 'givenUpAt' | 'lastError'>>,
): Promise<void> {
  await db
    .updateTable('outboxSms')
    .set({ ...end, claimedUntil: null })
    .where('id', '=', id)
    .execute()
}

export function findSms(db: Kysely<SmsTables>, id: string): Promise<OutboxSms | undefined> {
  return db.selectFrom('outboxSms').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Messages hold personal data: those queued before `moment` are deleted. Returns how many. */
export async function forgetSms(db: Kysely<SmsTables>, moment: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('outboxSms')
    .where('queuedAt', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
