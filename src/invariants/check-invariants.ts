import { councilInvariants } from './councils.ts'
import { eventInvariants } from './events.ts'
import { guidanceInvariants } from './guidance.ts'
import type { Checked, Invariant } from './invariant.ts'
import { noticeInvariants } from './notices.ts'
import { peopleInvariants } from './people.ts'
import { platformInvariants } from './platform.ts'
import { recognitionInvariants } from './recognition.ts'
import { regulationInvariants } from './regulation.ts'

/** Every condition that must always hold, in the order in which they are reported. */
export const invariants: readonly Invariant[] = [
  ...recognitionInvariants,
  ...councilInvariants,
  ...peopleInvariants,
  ...regulationInvariants,
  ...guidanceInvariants,
  ...platformInvariants,
  ...eventInvariants,
  ...noticeInvariants,
]

export interface Violation {
  invariant: string
  row: string
}

/** Each row that breaks a condition; none when the database makes sense. */
export async function checkInvariants(checked: Checked): Promise<Violation[]> {
  const violations: Violation[] = []
  for (const { name, find } of invariants) {
    for (const row of await find(checked)) violations.push({ invariant: name, row })
  }
  return violations
}
