import { PlanAims, RaisePlanView } from '#modules/guidance/index.ts'
import { Button, Facts, Note, Panel, showScore, useView, WorkPage } from '#platform/ui/index.ts'
import type { CouncilPlan } from '../read-council-plan.ts'

/** What to raise for the next star, by what the council gave. */
export function CouncilPlanPage({ dossier, product, result, told }: CouncilPlan) {
  const { t, locale } = useView()
  const here = `/dossiers/${dossier.id}/council-plan`
  return (
    <WorkPage
      title={t('recognition:council_plan.title', { stars: told.stars })}
      crumbs={[
        { href: `/dossiers/${dossier.id}`, label: `${dossier.code}, ${product.name}` },
        { label: t('recognition:council_plan.crumb') },
      ]}
      actions={
        <Button
          href={`${here}.xlsx?stars=${told.stars}&prefer=${told.prefer}`}
          icon="file-spreadsheet"
          download
        >
          {t('guidance:plan.excel')}
        </Button>
      }
    >
      <div class="grid gap-5">
        <Panel title={t('recognition:council_plan.result')}>
          <Facts
            items={[
              [t('recognition:council_plan.average'), showScore(result.average ?? 0, locale)],
              [t('recognition:council_plan.stars'), t('platform:stars', { count: result.stars })],
            ]}
          />
        </Panel>
        <Note tone="info">{t('recognition:council_plan.text')}</Note>
        <form method="get" action={here} class="noprint">
          <PlanAims told={told} />
        </form>
        <RaisePlanView told={told} />
      </div>
    </WorkPage>
  )
}
