import { Button, useView } from '#platform/ui/index.ts'
import type { DossierHead } from '../appraised-dossier.ts'
import type { SignedReport } from '../report/read-report.ts'
import { OwnFrame } from './own-frame.tsx'
import { SignedReportView } from './report-view.tsx'

/** The signed report as the producer reads it, once the decision on its product is there. */
export function OwnAppraisalPage({ head, report }: { head: DossierHead; report: SignedReport }) {
  const { t } = useView()
  const base = `/dossiers/${head.id}/appraisal`
  return (
    <OwnFrame
      head={head}
      title={t('appraisal:report.title')}
      actions={
        <Button href={`${base}/report.pdf`} icon="file-text">
          {t('appraisal:report.pdf')}
        </Button>
      }
    >
      <SignedReportView report={report} base={base} />
    </OwnFrame>
  )
}
