import { listContacts } from '#modules/people/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { isAddress, sendMail } from '#platform/mail/send-mail.ts'
import { morningMailOf } from './notice-mail.ts'
import { listDigestPeople, listForDigestForUpdate, settleMail } from './notice-store.ts'
import type { NoticeTables } from './notice-tables.ts'
import type { Post } from './put-notices.ts'

/** The job that writes the morning's letters. */
export const digestJob = 'notices.digest'

/**
 * Writes to everybody one letter about what has gathered for them and is still unread. Interrupted or run twice, nobody
 * gets the same twice: a letter and the note that it was written are stored together. Answers how many letters.
 */
export async function sendDigests(ctx: Ctx<NoticeTables>, post: Pick<Post, 'baseUrl'>): Promise<number> {
  let letters = 0
  for (const personId of await listDigestPeople(ctx.db)) {
    if (await sendDigest(ctx, personId, post)) letters += 1
  }
  return letters
}

function sendDigest(
  ctx: Ctx<NoticeTables>,
  personId: string,
  { baseUrl }: Pick<Post, 'baseUrl'>,
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const gathered = await listForDigestForUpdate(ctx.db, personId)
    const unread = gathered.filter(({ readAt }) => readAt === null)
    const [person] = await listContacts(ctx.db, [personId], dayOf(ctx.now))
    const writes = unread.length > 0 && person !== undefined && isAddress(person.email)
    const mail = writes ? await sendMail(ctx, morningMailOf(unread, person, baseUrl)) : null
    const read = gathered.filter(({ readAt }) => readAt !== null)
    const idsOf = (notices: typeof gathered) => notices.map(({ id }) => id)
    await settleMail(ctx.db, { ids: idsOf(unread), mailId: mail?.id ?? null, now: ctx.now })
    await settleMail(ctx.db, { ids: idsOf(read), mailId: null, now: ctx.now })
    return mail !== null
  })
}
