import { type Answers, gapTo, type SheetLaw, sheetStanding } from '#modules/regulation/index.ts'
import { useView } from '#platform/ui/index.ts'

/** What the answers come to, at the foot of the window; an island keeps it true while one answers. */
export function PracticeTally({ law, answers }: { law: SheetLaw; answers: Answers }) {
  const { t } = useView()
  const { score, answered, all, stars } = sheetStanding(law, answers)
  const next = gapTo(law, answers, Math.max(stars + 1, 3))
  const missed = [...new Set(next?.lackingMarks.map(({ criterion }) => criterion))]
  return (
    <div
      class="noprint panel sticky bottom-0 z-10 -mx-2 p-3 text-sm shadow-lg sm:text-base"
      hidden={answered === 0}
      data-with-script
    >
      <p class="flex flex-wrap gap-x-4" role="status">
        {law.set.parts.map(({ code, max }) => (
          <span key={code}>
            {code} <b data-sum={code}>{score.parts[code] ?? 0}</b>/{max}
          </span>
        ))}
        <span>
          {t('guidance:practice.total')} <b data-sum="total">{score.total}</b>/100
        </span>
        <span>
          {t('guidance:practice.like')} <b data-sum="stars">{stars}</b> {t('guidance:practice.stars')}
        </span>
        <span class="text-ink-2">
          {t('guidance:practice.answered')} <span data-sum="answered">{answered}</span>/{all}
        </span>
      </p>
      <p class="mt-1 max-h-12 overflow-y-auto text-ink-2" hidden={next === null} data-lacking>
        {t('guidance:practice.to')} <span data-sum="next">{next?.stars ?? 5}</span>{' '}
        {t('guidance:practice.stars_lack')} <span data-sum="points">{next?.lackingPoints ?? 0}</span>{' '}
        {t('guidance:practice.points_and_marks')} <span data-sum="marks">{missed.join(', ') || '0'}</span>
      </p>
    </div>
  )
}
