import { type Day, daysBetween, showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { StarBadgeProps } from '#platform/ui/star-badge.tsx'
import type { CertificateStatus, RecognitionStatus } from './certificate-status.ts'

interface Standing {
  stars: number
  status: RecognitionStatus
  year: number
  expiresOn: Day
  revokedOn: Day | null
}

/**
 * The star badge of a recognition on a day, with its note. One that was imported without its decision and may still run
 * is shown like one that has ended, with its year: green is for what can be vouched for.
 */
export function certificateBadge(standing: Standing, day: Day, t: Translate): StarBadgeProps {
  const { stars, status, year, expiresOn, revokedOn } = standing
  if (status === 'unconfirmed')
    return { stars, status: 'expired', note: t('recognition:badge.unconfirmed', { year }) }
  return { stars, status, note: noteOf(status, { expiresOn, revokedOn, day }, t) }
}

function noteOf(
  status: CertificateStatus,
  { expiresOn, revokedOn, day }: { expiresOn: Day; revokedOn: Day | null; day: Day },
  t: Translate,
): string {
  if (status === 'revoked') return showDay(revokedOn ?? expiresOn)
  if (status === 'expired') return showDay(expiresOn)
  if (status === 'expiring') return t('recognition:badge.days_left', { count: daysBetween(day, expiresOn) })
  return t('recognition:badge.until', { day: showDay(expiresOn) })
}
