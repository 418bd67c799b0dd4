import type { Actor } from '#platform/ctx.ts'
import { worksHere } from './role-places.ts'

/** Where somebody is sent who still has to set up a second factor. */
export const twoFactorPath = '/account/two-factor'

export interface TwoFactorState {
  actor: Actor
  twoFactorOn: boolean
  /** The demonstration, whose passwords everybody knows, asks for no second factor. */
  demo: boolean
}

/** Whether this person must have a second factor: everybody who works for the programme, outside the demonstration. */
export function twoFactorDemanded({ actor, demo }: Omit<TwoFactorState, 'twoFactorOn'>): boolean {
  return !demo && worksHere(actor)
}

/**
 * Where a request must go first, or null when it may pass. Until the second factor is set up, a person of the workspace
 * reaches only the page that does it and the way out.
 */
export function demandTwoFactor(state: TwoFactorState, path: string): string | null {
  if (state.twoFactorOn || !twoFactorDemanded(state)) return null
  return isOpen(path) ? null : twoFactorPath
}

function isOpen(path: string): boolean {
  return path === '/sign-out' || path === twoFactorPath || path.startsWith(`${twoFactorPath}/`)
}
