import { Button, Facts, Mark, Panel, PointRuler, useView } from '#platform/ui/index.ts'
import { criterionTarget } from '../fix-target.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { selfStanding } from '../self-standing.ts'
import { partHref, partName } from './part-name.ts'

/** What the self-assessment comes to and what is lacking for the next star; said to be no result of recognition. */
export function StandingPanel({ file }: { file: DossierFile }) {
  const view = useView()
  const { t, locale } = view
  const { set, dossier, self } = file
  const { score, answered, all, next } = selfStanding(set, dossier.regimeId, self.answers)
  return (
    <Panel
      title={t('dossiers:page.filing.self_total', { points: score.total })}
      lead={t('dossiers:page.filing.no_result')}
    >
      <PointRuler points={score.total} target={next?.from} />
      <div class="mt-4">
        <Facts
          items={[
            ...set.parts.map(
              (part) =>
                [
                  `${part.code}. ${locale === 'en' ? part.nameEn : part.nameVi}`,
                  `${score.parts[part.code] ?? 0}/${part.max}`,
                ] as const,
            ),
            [t('dossiers:page.filing.answered'), `${answered}/${all}`],
          ]}
        />
      </div>
      <Lacking file={file} />
      {answered > 0 && next && (
        <p class="noprint mt-4">
          <Button href={`/dossiers/${dossier.id}/raise-plan`} icon="trending-up">
            {t('dossiers:page.filing.to_raise_plan')}
          </Button>
        </p>
      )}
    </Panel>
  )
}

function Lacking({ file }: { file: DossierFile }) {
  const view = useView()
  const { t } = view
  const { set, dossier, self } = file
  const { next, answered } = selfStanding(set, dossier.regimeId, self.answers)
  if (answered === 0 || !next)
    return answered > 0 ? <p class="mt-4">{t('dossiers:page.filing.all_marks')}</p> : null
  const { stars, lackingPoints, lackingMarks } = next
  return (
    <div class="mt-4">
      <h3 class="text-base font-semibold">
        {t('dossiers:page.filing.lacking', { stars, points: lackingPoints, marks: lackingMarks.length })}
      </h3>
      <ul class="mt-2 grid gap-2">
        {lackingMarks.map(({ criterion, rank, needed }) => (
          <li key={`${criterion} ${rank}`} class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <a class="lnk" href={partHref(criterionTarget(criterion), dossier.id, set)}>
              {partName(criterionTarget(criterion), set, view)}
            </a>
            <span class="text-ink-2">{t('dossiers:page.filing.needs', { points: needed })}</span>
            <Mark rank={rank} met={false} />
          </li>
        ))}
      </ul>
    </div>
  )
}
