import { type Day, isDay } from '#platform/dates.ts'

/** The decision as its signer writes it. */
export interface NewDecision {
  number: string
  decidedOn: Day
  signerName: string
  signerPost: string
}

export type DecisionFaults = Partial<
  Record<keyof NewDecision, 'missing' | 'too_long' | 'not_a_day' | 'in_future' | 'too_early' | 'taken'>
>

const longest = { number: 60, signerName: 120, signerPost: 200 } as const

/** The decision with single spaces, so that `12 /QĐ` typed twice cannot become two numbers. */
export function tidyDecision(decision: NewDecision): NewDecision {
  const tidy = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return {
    number: tidy(decision.number).replaceAll(/ ?([/-]) ?/g, '$1'),
    decidedOn: decision.decidedOn.trim(),
    signerName: tidy(decision.signerName),
    signerPost: tidy(decision.signerPost),
  }
}

/** What is wrong with a decision; nothing when it may be written. It is signed after what it rests on and never tomorrow. */
export function decisionFaults(
  decision: NewDecision,
  { today, notBefore }: { today: Day; notBefore: Day },
): DecisionFaults {
  const faults: DecisionFaults = {}
  for (const field of ['number', 'signerName', 'signerPost'] as const) {
    if (decision[field] === '') faults[field] = 'missing'
    else if (decision[field].length > longest[field]) faults[field] = 'too_long'
  }
  if (!isDay(decision.decidedOn)) faults.decidedOn = decision.decidedOn === '' ? 'missing' : 'not_a_day'
  else if (decision.decidedOn > today) faults.decidedOn = 'in_future'
  else if (decision.decidedOn < notBefore) faults.decidedOn = 'too_early'
  return faults
}
