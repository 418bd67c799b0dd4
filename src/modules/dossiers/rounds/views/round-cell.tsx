import { ClockChip, StatusBadge, useView } from '#platform/ui/index.ts'
import type { DossierLine } from '../../dossier-line.ts'
import { roundName } from '../round-words.ts'

/** In a list: the round, its last day, and by when a reassessment is answered. */
export function RoundCell({ line: { round, answer } }: { line: DossierLine }) {
  const { t } = useView()
  if (!round && !answer) return null
  return (
    <span class="grid justify-items-start gap-1">
      {round && (
        <>
          <a class="lnk" href={`/rounds/${round.of.id}`}>
            {roundName(round.of, t)}
          </a>
          <span class="text-sm text-ink-2">{t('rounds:done_before', { day: round.of.doneBefore })}</span>
          {round.isLate && <StatusBadge tone="warning">{t('rounds:column.late')}</StatusBadge>}
        </>
      )}
      {answer && (
        <>
          <ClockChip daysLeft={answer.left} />
          <span class="text-sm text-ink-2">{t('rounds:answer.short', { day: answer.due })}</span>
        </>
      )}
    </span>
  )
}
