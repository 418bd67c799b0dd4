import { Refusal } from '#platform/refusal.ts'
import type { KnownConflict } from './known-conflict.ts'

/** The refusal of a member whom something known ties to the product, with the reason. */
export function knownRefusal({ source, reason }: KnownConflict): Refusal {
  return source === 'mandate'
    ? new Refusal('forbidden', 'councils.advised', { reason })
    : new Refusal('forbidden', 'conflicts.known', { reason })
}
