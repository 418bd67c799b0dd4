import { type SignedReport, SignedReportView } from '#modules/appraisal/index.ts'
import { Button, useView, WorkPage } from '#platform/ui/index.ts'

interface AppraisalPageProps {
  session: { id: string; name: string }
  /** The product. */
  title: string
  report: SignedReport
  /** Whether the reader has a sheet to go back to. */
  scores: boolean
}

/** The advisory team's report on a dossier of the session. */
export function AppraisalPage({ session, title, report, scores }: AppraisalPageProps) {
  const { t } = useView()
  const room = `/sessions/${session.id}/dossiers/${report.dossierId}`
  return (
    <WorkPage
      title={t('councils:appraisal.title')}
      crumbs={[
        { href: `/sessions/${session.id}`, label: session.name },
        { href: room, label: title },
        { label: t('councils:appraisal.title') },
      ]}
      actions={
        scores && (
          <Button href={`${room}/sheet`} icon="clipboard-check">
            {t('councils:appraisal.to_sheet')}
          </Button>
        )
      }
    >
      <SignedReportView report={report} base={`${room}/appraisal`} />
    </WorkPage>
  )
}
