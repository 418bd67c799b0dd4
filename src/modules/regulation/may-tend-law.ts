import type { Actor } from '#platform/ctx.ts'

/** The law is the same in every unit: an administrator of any unit, or the platform itself, may prepare and publish it. */
export function mayTendLaw(actor: Actor): boolean {
  return actor.holdings.some(({ role }) => role === 'administrator' || role === 'system')
}

/** Who may see the drafts and their reports: those who tend the law, and auditors, who change nothing. */
export function mayReadDrafts(actor: Actor): boolean {
  return mayTendLaw(actor) || actor.holdings.some(({ role }) => role === 'auditor')
}
