import { type Regime, renewalOf } from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'
import { type CertificateStatus, isInForce } from './certificate-status.ts'

/** What a producer can do next about a certificate. */
export type FollowUpKind = 'upgrade' | 'reassessment'

/** Whether it can be opened today; where not, why. `opensOn` and `closesOn` are the first and the last day of filing. */
export type Opening =
  | { open: true; closesOn: Day | null }
  | { open: false; why: 'revoked' | 'expired' | 'top_star' | 'window_closed' }
  | { open: false; why: 'too_early'; opensOn: Day; closesOn: Day }

export interface Certified {
  stars: number
  expiresOn: Day
  status: CertificateStatus
}

/**
 * What may be filed for a recognised product on a day: an upgrade while the star is in force and is not the highest
 * (QĐ 26/2026/QĐ-TTg, art. 6.1b, 7.5), a reassessment within 180 to 120 days of the certificate's end (art. 7.6). A
 * certificate whose window had closed before the decision brought it may be reassessed until its end (art. 12.3).
 */
export function openingsOf(
  certificate: Certified,
  { regime, day }: { regime: Regime; day: Day },
): Record<FollowUpKind, Opening> {
  const { status, stars } = certificate
  if (!isInForce(status)) {
    const shut = { open: false, why: status === 'revoked' ? 'revoked' : 'expired' } as const
    return { upgrade: shut, reassessment: shut }
  }
  return {
    upgrade: stars >= 5 ? { open: false, why: 'top_star' } : { open: true, closesOn: null },
    reassessment: reassessmentOf(certificate, { regime, day }),
  }
}

/**
 * Whether a product with this certificate may be filed as for the first time: without a star in force, or when the window
 * of its reassessment has passed and it would otherwise wait for its certificate to end.
 */
export function firstIsOpen(certificate: Certified, on: { regime: Regime; day: Day }): boolean {
  if (!isInForce(certificate.status)) return true
  const { reassessment } = openingsOf(certificate, on)
  return !reassessment.open && reassessment.why === 'window_closed'
}

function reassessmentOf({ expiresOn }: Certified, { regime, day }: { regime: Regime; day: Day }): Opening {
  const { window } = renewalOf(regime, expiresOn)
  if (!window) return { open: true, closesOn: expiresOn }
  if (window.closesOn < regime.inForceFrom) return { open: true, closesOn: expiresOn }
  if (day < window.opensOn) return { open: false, why: 'too_early', ...window }
  return day <= window.closesOn
    ? { open: true, closesOn: window.closesOn }
    : { open: false, why: 'window_closed' }
}
