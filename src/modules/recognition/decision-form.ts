import { dayOf } from '#platform/dates.ts'
import type { NewDecision } from './decision-faults.ts'

/** The decision as it was typed into a form. */
export function typedDecision(form: FormData): NewDecision {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    number: text('number'),
    decidedOn: text('decidedOn'),
    signerName: text('signerName'),
    signerPost: text('signerPost'),
  }
}

/** How a decision's form begins: today, signed by who fills it in. */
export function suggestedDecision({
  now,
  name,
  post,
}: {
  now: Date
  name: string
  post: string
}): NewDecision {
  return { number: '', decidedOn: dayOf(now), signerName: name, signerPost: post }
}
