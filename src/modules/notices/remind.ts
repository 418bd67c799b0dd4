import type { Ctx } from '#platform/ctx.ts'
import { listReminders } from './list-reminders.ts'
import type { NoticeTables } from './notice-tables.ts'
import { type Post, putNotices } from './put-notices.ts'
import { reminderCause, reminderRules, thresholdFor } from './reminder-rules.ts'

/** The job that announces days before they come. */
export const remindJob = 'notices.remind'

/**
 * Announces the days that draw near, each to each person once for each threshold. It may run twice, stop half-way or
 * miss nights: each announcement is stored by itself, and the next run makes up for what was missed. Answers how many.
 */
export async function remind(ctx: Ctx<NoticeTables>, post: Post): Promise<number> {
  let told = 0
  for (const reminder of await listReminders(ctx)) {
    const { name, day, left, about, subject, wording, facts, href, personIds } = reminder
    const threshold = thresholdFor(reminderRules[name], left)
    if (threshold === null || personIds.length === 0) continue
    const cause = reminderCause(name, day, threshold, about)
    const draft = { kind: 'deadline' as const, wording, subject, cause, facts, href, causedAt: ctx.now }
    told += await putNotices(ctx, { ...draft, personIds }, post)
  }
  return told
}
