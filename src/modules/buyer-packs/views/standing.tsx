import { StatusBadge, useView } from '#platform/ui/index.ts'
import { endedSince, partName } from '../offer-words.ts'
import type { PackToday } from '../read-packs.ts'

type Standing = PackToday['standing']

/** Whether everything in the pack counts today. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const { t } = useView()
  return standing.weakenedBy.length > 0 ? (
    <StatusBadge tone="error">{t('buyer-packs:standing.weakened')}</StatusBadge>
  ) : (
    <StatusBadge tone="success">{t('buyer-packs:standing.whole')}</StatusBadge>
  )
}

/** What has ended, each with the day since when; nothing where all counts. */
export function WeakenedBy({ standing }: { standing: Standing }) {
  const { t } = useView()
  return (
    <ul class="list-disc pl-5">
      {standing.weakenedBy.map((part) => (
        <li key={part.is === 'paper' ? part.paper.id : part.certificate.certificateId}>
          {t('buyer-packs:standing.ended', { name: partName(part, t), day: endedSince(part) })}
        </li>
      ))}
    </ul>
  )
}

/** What will end next, and its last day. */
export function NextToEnd({ standing: { next } }: { standing: Standing }) {
  const { t } = useView()
  if (!next) return <>{t('buyer-packs:standing.none_ends')}</>
  return <>{t('buyer-packs:standing.next', { name: partName(next, t), day: next.lastDay })}</>
}
