import { type Contact, listContacts } from '#modules/people/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { newId } from '#platform/ids.ts'
import { isAddress, sendMail } from '#platform/mail/send-mail.ts'
import { type MailChoice, type NoticeKind, usualMail } from './notice-kinds.ts'
import { mailOf } from './notice-mail.ts'
import { insertNotices, listChoices, type NewNotice, settleMail } from './notice-store.ts'
import type { NoticeTables } from './notice-tables.ts'
import { listSubscriptions } from './push-store.ts'

/** The job that shows a notice on one device: `{ noticeId, subscriptionId }`. */
export const pushJob = 'notices.push'

export interface Post {
  /** The address that people type. */
  baseUrl: string
  /** Whether only the screen is told: for what happened before there was anybody to write to. */
  quiet?: boolean
}

export type Draft = Pick<
  NewNotice,
  'kind' | 'wording' | 'subject' | 'cause' | 'facts' | 'href' | 'causedAt'
> & { personIds: readonly string[] }

/**
 * Puts a notice before each of these people, once for its cause however often this runs, with the mail and the push
 * messages that they chose, all in one transaction. Answers how many were told now.
 */
export function putNotices(
  ctx: Ctx<NoticeTables>,
  { personIds, ...said }: Draft,
  { baseUrl, quiet = false }: Post,
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const people = await listContacts(ctx.db, personIds, dayOf(ctx.now))
    const choices = await listChoices(ctx.db, personIds)
    const drafts = people.map((person) => {
      const mail = quiet ? 'none' : (choices.get(person.id)?.get(said.kind) ?? usualMail(said.kind, person))
      return { person, notice: noticeFor(person, { ...said, mail }, ctx.now) }
    })
    const written = await insertNotices(
      ctx.db,
      drafts.map(({ notice }) => notice),
    )
    const told = drafts.filter(({ notice }) => written.has(notice.id))
    for (const { person, notice } of told)
      if (notice.mail === 'now') await mailNow(ctx, notice, person, baseUrl)
    if (!quiet) await queuePushes(ctx, told)
    return told.length
  })
}

function noticeFor(
  { id: personId }: Contact,
  said: Omit<Draft, 'personIds'> & { kind: NoticeKind; mail: MailChoice },
  now: Date,
): NewNotice {
  const mailSettledAt = said.mail === 'none' ? now : null
  return { id: newId(said.causedAt.getTime()), personId, ...said, readAt: null, mailSettledAt }
}

async function mailNow(
  ctx: Ctx<NoticeTables>,
  notice: NewNotice,
  person: Contact,
  baseUrl: string,
): Promise<void> {
  const mail = isAddress(person.email) ? await sendMail(ctx, mailOf(notice, person, baseUrl)) : null
  await settleMail(ctx.db, { ids: [notice.id], mailId: mail?.id ?? null, now: ctx.now })
}

async function queuePushes(ctx: Ctx<NoticeTables>, told: readonly { notice: NewNotice }[]): Promise<void> {
  const noticeOf = new Map(told.map(({ notice }) => [notice.personId, notice.id]))
  for (const { id: subscriptionId, personId } of await listSubscriptions(ctx.db, [...noticeOf.keys()]))
    await ctx.jobs.send(ctx.db, pushJob, { noticeId: noticeOf.get(personId), subscriptionId })
}
