import { Facts, Mark, Panel, PointRuler, useView } from '#platform/ui/index.ts'
import type { ToldPlan } from '../plan-for.ts'

/** What the answers come to, part by part, with the marks that the target misses. */
export function StandingSummary({ told }: { told: ToldPlan }) {
  const { t, locale } = useView()
  const { standing, plan, law } = told
  const { score, answered, all, stars, band, marks } = standing
  const missed = plan?.gap.lackingMarks ?? []
  return (
    <Panel
      title={t('guidance:plan.self_total', { points: score.total })}
      lead={t('guidance:practice.no_result')}
    >
      <div class="grid gap-6 lg:grid-cols-2">
        <div>
          <PointRuler points={score.total} target={plan?.gap.from} />
          <p class="mt-3">
            {t('guidance:plan.like', { band, stars })}{' '}
            {marks === 'advisory' && t('guidance:plan.marks_advisory')}
            {marks === 'none' && t('guidance:plan.marks_none')}
          </p>
        </div>
        <Facts
          items={[
            ...law.set.parts.map(
              (part) =>
                [
                  `${part.code}. ${locale === 'en' ? part.nameEn : part.nameVi}`,
                  `${score.parts[part.code] ?? 0}/${part.max}`,
                ] as const,
            ),
            [t('guidance:plan.answered'), `${answered}/${all}`],
          ]}
        />
      </div>
      {missed.length > 0 && (
        <p class="mt-4 flex flex-wrap items-center gap-2">
          {t('guidance:plan.missed')}
          {missed.map(({ criterion, rank }) => (
            <span key={`${criterion} ${rank}`} class="inline-flex items-center gap-1 whitespace-nowrap">
              <b>{criterion}</b> <Mark rank={rank} met={false} />
            </span>
          ))}
        </p>
      )}
    </Panel>
  )
}
