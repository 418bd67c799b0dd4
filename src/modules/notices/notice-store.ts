import { type Kysely, type Selectable, sql } from 'kysely'
import type { MailChoice, NoticeKind } from './notice-kinds.ts'
import type { NoticeFacts, NoticeRow, NoticeTables } from './notice-tables.ts'

type Db = Kysely<NoticeTables>

export type Notice = Selectable<NoticeRow>

export type NewNotice = Omit<Notice, 'facts' | 'mailId'> & { facts: NoticeFacts }

/** Writes the notices that their people do not have yet for this cause, and answers the ids of those written. */
export async function insertNotices(db: Db, notices: readonly NewNotice[]): Promise<Set<string>> {
  if (notices.length === 0) return new Set()
  const rows = await db
    .insertInto('notice')
    .values(notices.map((notice) => ({ ...notice, facts: JSON.stringify(notice.facts), mailId: null })))
    .onConflict((conflict) => conflict.columns(['personId', 'subject', 'cause']).doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export function findNotice(db: Db, { id, personId }: { id: string; personId: string }) {
  return db
    .selectFrom('notice')
    .selectAll()
    .where('id', '=', id)
    .where('personId', '=', personId)
    .executeTakeFirst()
}

/** Where a page of notices begins: after this one, which was read or was not. */
export interface NoticeCursor {
  read: boolean
  id: string
}

/** A person's notices, those unread first, newest first in each part. */
export function listNotices(
  db: Db,
  { personId, after, limit }: { personId: string; after: NoticeCursor | null; limit: number },
): Promise<Notice[]> {
  return db
    .selectFrom('notice')
    .selectAll()
    .where('personId', '=', personId)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`((read_at is not null) > ${after?.read} or ((read_at is not null) = ${after?.read} and id < ${after?.id}))`,
      ),
    )
    .orderBy(sql`(read_at is not null)`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** How many notices wait to be read, counted no further than `most`. */
export async function countUnread(db: Db, personId: string, most = 100): Promise<number> {
  const { count } = await db
    .selectFrom(
      db
        .selectFrom('notice')
        .select('id')
        .where('personId', '=', personId)
        .where('readAt', 'is', null)
        .limit(most)
        .as('unread'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Marks a person's notices as read: one of them, or all up to the newest that was on the page. */
export async function markRead(
  db: Db,
  { personId, now, ...which }: { personId: string; now: Date } & ({ id: string } | { upTo: string }),
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('notice')
    .set({ readAt: now })
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .$if('id' in which, (query) => query.where('id', '=', 'id' in which ? which.id : ''))
    .$if('upTo' in which, (query) => query.where('id', '<=', 'upTo' in which ? which.upTo : ''))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Notes that no mail is to be written about these any more; `mailId` is the one that names them. */
export async function settleMail(
  db: Db,
  { ids, mailId, now }: { ids: readonly string[]; mailId: string | null; now: Date },
): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('notice').set({ mailSettledAt: now, mailId }).where('id', 'in', ids).execute()
}

/** The people for whom the morning's letter has something to say. */
export async function listDigestPeople(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('notice')
    .select('personId')
    .distinct()
    .where('mailSettledAt', 'is', null)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

/** What waits for a person's letter, first things first, locked: of two letters at once only one gets it. */
export function listForDigestForUpdate(db: Db, personId: string): Promise<Notice[]> {
  return db
    .selectFrom('notice')
    .selectAll()
    .where('personId', '=', personId)
    .where('mailSettledAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Notices are no record: what happened is in the events. Those caused before `moment` are deleted. */
export async function deleteNotices(db: Db, moment: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('notice').where('causedAt', '<', moment).executeTakeFirst()
  return Number(numDeletedRows)
}

/** What these people have chosen; who has not chosen is not in it. */
export async function listChoices(
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, Map<NoticeKind, MailChoice>>> {
  const choices = new Map<string, Map<NoticeKind, MailChoice>>()
  if (personIds.length === 0) return choices
  const rows = await db.selectFrom('noticeChoice').selectAll().where('personId', 'in', personIds).execute()
  for (const { personId, kind, mail } of rows) {
    const own = choices.get(personId) ?? new Map<NoticeKind, MailChoice>()
    choices.set(personId, own.set(kind, mail))
  }
  return choices
}

export async function putChoice(
  db: Db,
  choice: { personId: string; kind: NoticeKind; mail: MailChoice },
): Promise<void> {
  await db
    .insertInto('noticeChoice')
    .values(choice)
    .onConflict((conflict) => conflict.columns(['personId', 'kind']).doUpdateSet({ mail: choice.mail }))
    .execute()
}
