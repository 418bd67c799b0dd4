import { z } from 'zod'
import { addDays, type Day, daysBetween, isDay } from '#platform/dates.ts'

/** How long a link opens unless told otherwise, and at most. */
export const usualDays = 30
export const mostDays = 180

/** A link as it was asked for. */
export interface TypedShare {
  endsOn: string
  /** `on` once somebody said that they know who will read the papers. */
  understood: string
}

/** What the form holds at first: nothing is agreed to beforehand. */
export function suggestedShare(today: Day): TypedShare {
  return { endsOn: addDays(today, usualDays), understood: '' }
}

/** What is wrong with it, by field; `today` is the link's first day. */
export function shareFaults(typed: TypedShare, today: Day): Partial<Record<keyof TypedShare, string>> {
  const asked = z.object({
    endsOn: z
      .string()
      .refine(isDay, { message: 'not_a_day', abort: true })
      .refine((day) => day >= today, 'in_the_past')
      .refine((day) => daysBetween(today, day) <= mostDays, 'too_late'),
    understood: z.literal('on', 'not_understood'),
  })
  const issues = asked.safeParse(typed).error?.issues ?? []
  return Object.fromEntries(issues.map(({ path, message }) => [path[0], message]))
}
