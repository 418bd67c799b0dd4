import { Button, Note, Panel, useView } from '#platform/ui/index.ts'
import type { DossierHead } from '../appraised-dossier.ts'
import type { Draft } from '../report/read-appraisal-page.ts'
import type { SignedReport } from '../report/read-report.ts'
import { AppraisalFrame } from './appraisal-frame.tsx'
import { ReportView, SignedReportView } from './report-view.tsx'

export interface AppraisalPageProps {
  head: DossierHead
  team: 'advisory' | 'ocop_body'
  readsSamples: boolean
  report: SignedReport | undefined
  /** A report that is not signed yet. */
  draft: Draft | undefined
  /** Whether the reader may write at it now. */
  mayWrite: boolean
}

/** The appraisal of a dossier: the signed report, or how far it has come. */
export function AppraisalPage({ head, team, readsSamples, report, draft, mayWrite }: AppraisalPageProps) {
  const { t } = useView()
  const base = `/dossiers/${head.id}/appraisal`
  return (
    <AppraisalFrame
      head={head}
      part="appraisal"
      readsSamples={readsSamples}
      actions={
        report && (
          <>
            <Button href={`${base}/report.pdf`} icon="file-text">
              {t('appraisal:report.pdf')}
            </Button>
            <Button href={`${base}/report.docx`} icon="download">
              {t('appraisal:report.word')}
            </Button>
          </>
        )
      }
    >
      {report ? (
        <SignedReportView report={report} base={base} />
      ) : (
        <>
          <Panel title={t('appraisal:report.title')}>
            <p>
              {draft
                ? t('appraisal:report.draft_by', { name: draft.by, at: draft.at })
                : t(`appraisal:report.none.${team}`)}
            </p>
            {mayWrite ? (
              <p class="mt-4">
                <Button href={`${base}/draft`} variant="primary" icon="pencil-line">
                  {t(draft ? 'appraisal:report.go_on' : 'appraisal:report.write')}
                </Button>
              </p>
            ) : (
              <Note tone="info" class="mt-4">
                {t(`appraisal:report.written_by.${team}`)}
              </Note>
            )}
          </Panel>
          {draft?.says && (
            <div class="mt-5">
              <ReportView {...draft.says} base={base} />
            </div>
          )}
        </>
      )}
    </AppraisalFrame>
  )
}
