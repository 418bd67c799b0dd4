import { appraisalInvariants } from './appraisal.ts'
import { buyerPackInvariants } from './buyer-packs.ts'
import { consultantInvariants } from './consultants.ts'
import { councilInvariants } from './councils.ts'
import { dossierInvariants } from './dossiers.ts'
import { eventInvariants } from './events.ts'
import { guidanceInvariants } from './guidance.ts'
import { importInvariants } from './imports.ts'
import type { Checked, Invariant } from './invariant.ts'
import { noticeInvariants } from './notices.ts'
import { peopleInvariants } from './people.ts'
import { planInvariants } from './plans.ts'
import { platformInvariants } from './platform.ts'
import { recognitionInvariants } from './recognition.ts'
import { regulationInvariants } from './regulation.ts'
import { roundInvariants } from './rounds.ts'
import { subjectInvariants } from './subjects.ts'
import { vaultInvariants } from './vault.ts'

/** Every condition that must always hold, in the order in which they are reported. */
export const invariants: readonly Invariant[] = [
  ...recognitionInvariants,
  ...councilInvariants,
  ...dossierInvariants,
  ...roundInvariants,
  ...importInvariants,
  ...consultantInvariants,
  ...appraisalInvariants,
  ...peopleInvariants,
  ...regulationInvariants,
  ...guidanceInvariants,
  ...planInvariants,
  ...buyerPackInvariants,
  ...platformInvariants,
  ...subjectInvariants,
  ...eventInvariants,
  ...noticeInvariants,
  ...vaultInvariants,
]

export interface Violation {
  invariant: string
  row: string
}

/** Each row that breaks a condition; none when the database makes sense. Conditions named in `but` are left out. */
export async function checkInvariants(
  checked: Checked,
  { but = [] }: { but?: readonly string[] } = {},
): Promise<Violation[]> {
  const violations: Violation[] = []
  for (const { name, find } of invariants) {
    if (but.includes(name)) continue
    for (const row of await rowsOf(find, checked)) violations.push({ invariant: name, row })
  }
  return violations
}

/** Rows so damaged that a condition cannot even be asked must not hide what the others find. */
async function rowsOf(find: Invariant['find'], checked: Checked): Promise<string[]> {
  try {
    return await find(checked)
  } catch (thrown) {
    return [`could not be checked: ${thrown instanceof Error ? thrown.message : thrown}`]
  }
}
