import { type Day, daysBetween } from '#platform/dates.ts'

/** The standing of a certificate. A revoked one stays revoked after its last day. */
export type CertificateStatus = 'valid' | 'expiring' | 'expired' | 'revoked'

export const certificateStatuses = ['valid', 'expiring', 'expired', 'revoked'] as const

/**
 * The standing of a recognition: that of its certificate. `unconfirmed` is one that was imported without its decision
 * and may still be running: nobody can vouch for it, so it is never shown as in force.
 */
export type RecognitionStatus = CertificateStatus | 'unconfirmed'

export const recognitionStatuses = [...certificateStatuses, 'unconfirmed'] as const

/** From this many days before its last day on, a certificate asks to be renewed (before the window of 180 to 120 days). */
export const expiringDays = 210

/** The standing of a certificate on a day. Its last day is still in force; the day of revocation is not. */
export function certificateStatus(
  { expiresOn, revokedOn }: { expiresOn: Day; revokedOn: Day | null },
  day: Day,
): CertificateStatus {
  if (revokedOn !== null && day >= revokedOn) return 'revoked'
  if (day > expiresOn) return 'expired'
  return daysBetween(day, expiresOn) <= expiringDays ? 'expiring' : 'valid'
}

/** The standing of a recognition on a day. Imported ones have no certificate behind them. */
export function recognitionStatus(
  recognition: { source: 'decision' | 'import'; expiresOn: Day; revokedOn: Day | null },
  day: Day,
): RecognitionStatus {
  if (recognition.source === 'decision') return certificateStatus(recognition, day)
  return day > recognition.expiresOn ? 'expired' : 'unconfirmed'
}

/** Whether the star may be shown as one that counts. */
export function isInForce(status: RecognitionStatus): boolean {
  return status === 'valid' || status === 'expiring'
}
