import { PlanAims, RaisePlanView, StandingSummary, type ToldPlan } from '#modules/guidance/index.ts'
import { Button, Note, useView } from '#platform/ui/index.ts'
import { criterionTarget } from '../fix-target.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { DossierFrame } from './dossier-frame.tsx'
import { partHref } from './part-name.ts'

/** The plan of raises of a dossier, from its self-assessment; never a result of recognition. */
export function RaisePlanPage({ file, told }: { file: DossierFile; told: ToldPlan }) {
  const { t } = useView()
  const { dossier, set, product, producer } = file
  const here = `/dossiers/${dossier.id}/raise-plan`
  return (
    <DossierFrame
      file={file}
      part="self_assessment"
      title={t('dossiers:page.filing.raise_plan', { stars: told.stars })}
      actions={
        <Button
          href={`${here}.xlsx?stars=${told.stars}&prefer=${told.prefer}`}
          icon="file-spreadsheet"
          download
        >
          {t('dossiers:page.filing.raise_plan_excel')}
        </Button>
      }
    >
      <p class="mb-3 hidden font-semibold print:block">
        {product.name}, {producer.name}, {dossier.code}
      </p>
      <div class="grid gap-5">
        <Note tone="info" title={t('dossiers:page.filing.no_result')}>
          {t('dossiers:page.filing.raise_plan_text')}
        </Note>
        <form method="get" action={here} class="noprint">
          <PlanAims told={told} />
        </form>
        <StandingSummary told={told} />
        <RaisePlanView
          told={told}
          criterionHref={(code) => partHref(criterionTarget(code), dossier.id, set)}
        />
      </div>
    </DossierFrame>
  )
}
