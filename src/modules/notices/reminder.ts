import type { Ctx } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import type { NoticeFacts, NoticeTables } from './notice-tables.ts'
import type { ReminderName } from './reminder-rules.ts'

/** A day that somebody may have to be reminded of. */
export interface Reminder {
  name: ReminderName
  subject: string
  day: Day
  /** Days left; below 0 it has passed. */
  left: number
  /** Which of several things of the subject it is about. */
  about?: string
  wording: string
  facts: NoticeFacts
  href: string
  personIds: readonly string[]
}

/** Finds the days of one kind around today, whether or not one of their thresholds is reached. */
export type Look = (ctx: Ctx<NoticeTables>, today: Day) => Promise<Reminder[]>
