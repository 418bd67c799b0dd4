import { type Generated, type Kysely, type Selectable, sql } from 'kysely'

export interface OutboxRow {
  id: string
  recipient: string
  subject: string
  text: string
  html: string | null
  queuedAt: Date
  attempts: Generated<number>
  /** Until when one worker has this mail in hand. */
  claimedUntil: Date | null
  deliveredAt: Date | null
  /** When the receiving side said no for good, or too often. */
  givenUpAt: Date | null
  lastError: string | null
}

export type OutboxMail = Selectable<OutboxRow>

export interface MailTables {
  outboxMail: OutboxRow
}

export type NewMail = Pick<OutboxMail, 'id' | 'recipient' | 'subject' | 'text' | 'html' | 'queuedAt'>

export async function insertMail(db: Kysely<MailTables>, mail: NewMail): Promise<void> {
  await db.insertInto('outboxMail').values(mail).execute()
}

/** The mail, for one worker alone for a while; nothing when it is delivered, given up or in another's hand. */
export function claimMail(
  db: Kysely<MailTables>,
  { id, now, until }: { id: string; now: Date; until: Date },
): Promise<OutboxMail | undefined> {
  return db
    .updateTable('outboxMail')
    .set({ claimedUntil: until, attempts: sql`attempts + 1` })
    .where('id', '=', id)
    .where('deliveredAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .where((where) => where.or([where('claimedUntil', 'is', null), where('claimedUntil', '<', now)]))
    .returningAll()
    .executeTakeFirst()
}

/** How an attempt ended; the mail is free again. */
export async function closeAttempt(
  db: Kysely<MailTables>,
  id: string,
  end: Partial<Pick<OutboxMail, 'deliveredAt' | 'givenUpAt' | 'lastError'>>,
): Promise<void> {
  await db
    .updateTable('outboxMail')
    .set({ ...end, claimedUntil: null })
    .where('id', '=', id)
    .execute()
}

/** Frees a mail that did not go, for another try; false when it was delivered or is in a worker's hand. */
export async function reopenMail(
  db: Kysely<MailTables>,
  { id, now }: { id: string; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outboxMail')
    .set({ givenUpAt: null, lastError: null, claimedUntil: null, attempts: 0 })
    .where('id', '=', id)
    .where('deliveredAt', 'is', null)
    .where((where) => where.or([where('claimedUntil', 'is', null), where('claimedUntil', '<', now)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const mailStates = ['delivered', 'waiting', 'failed'] as const

/** Where a mail stands. One that failed may still be tried again by itself; one that was given up is not. */
export type MailState = (typeof mailStates)[number]

export function stateOf({
  deliveredAt,
  givenUpAt,
  lastError,
}: Pick<OutboxMail, 'deliveredAt' | 'givenUpAt' | 'lastError'>): MailState {
  if (deliveredAt) return 'delivered'
  return givenUpAt || lastError !== null ? 'failed' : 'waiting'
}

/** Mails, newest first, of one state or all; the next page is `before` the last id of this one. */
export function listOutbox(
  db: Kysely<MailTables>,
  { before, limit = 50, state }: { before?: string; limit?: number; state?: MailState | undefined } = {},
): Promise<OutboxMail[]> {
  return db
    .selectFrom('outboxMail')
    .selectAll()
    .$if(state !== undefined, (query) =>
      query.where('deliveredAt', state === 'delivered' ? 'is not' : 'is', null),
    )
    .$if(state === 'failed', (query) =>
      query.where((eb) => eb.or([eb('givenUpAt', 'is not', null), eb('lastError', 'is not', null)])),
    )
    .$if(state === 'waiting', (query) => query.where('givenUpAt', 'is', null).where('lastError', 'is', null))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** How many mails are on their way, and how many the receiving side refused for good. */
export async function countUndelivered(
  db: Kysely<MailTables>,
): Promise<{ waiting: number; givenUp: number }> {
  const row = await db
    .selectFrom('outboxMail')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('givenUpAt', 'is', null).as('waiting'),
      eb.fn.countAll<number>().filterWhere('givenUpAt', 'is not', null).as('givenUp'),
    ])
    .where('deliveredAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.waiting), givenUp: Number(row.givenUp) }
}

export function findMail(db: Kysely<MailTables>, id: string): Promise<OutboxMail | undefined> {
  return db.selectFrom('outboxMail').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Mails hold personal data and links to sign in with: those queued before `moment` are deleted. Returns how many. */
export async function forgetMails(db: Kysely<MailTables>, moment: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('outboxMail')
    .where('queuedAt', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
