import type { InvitationRow } from './people-tables.ts'

/** What a link of an invitation is still good for. */
export function invitationState(
  invitation: Pick<InvitationRow, 'acceptedAt' | 'revokedAt' | 'expiresAt'>,
  now: Date,
): 'open' | 'used' | 'revoked' | 'expired' {
  if (invitation.acceptedAt) return 'used'
  if (invitation.revokedAt) return 'revoked'
  return now < invitation.expiresAt ? 'open' : 'expired'
}
