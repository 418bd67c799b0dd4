import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { isMailChoice, kindsFor, type MailChoice, type NoticeKind, usualMail } from './notice-kinds.ts'
import { listChoices, putChoice } from './notice-store.ts'
import type { NoticeTables } from './notice-tables.ts'

/** How one's own mails come, for each kind of notices that one can get. */
export async function readChoices(ctx: Ctx<NoticeTables>): Promise<Map<NoticeKind, MailChoice>> {
  const { id, holdings } = ctx.actor
  const chosen = id ? (await listChoices(ctx.db, [id])).get(id) : undefined
  const works = holdings.some(({ role }) => role !== 'producer')
  return new Map(kindsFor(ctx.actor).map((kind) => [kind, chosen?.get(kind) ?? usualMail(kind, { works })]))
}

/**
 * Keeps how one's own mails are to come, for notices from now on.
 * @throws Refusal `notices.choice_missing` with the `kinds` that lack one
 */
export function saveChoices(ctx: Ctx<NoticeTables>, typed: Readonly<Record<string, unknown>>): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const kinds = kindsFor(ctx.actor)
    const missing = kinds.filter((kind) => !isMailChoice(typed[kind]))
    const { id: personId } = ctx.actor
    if (personId === null || missing.length > 0)
      throw new Refusal('invalid', 'notices.choice_missing', { kinds: missing })
    for (const kind of kinds) {
      const mail = typed[kind]
      if (isMailChoice(mail)) await putChoice(ctx.db, { personId, kind, mail })
    }
  })
}
