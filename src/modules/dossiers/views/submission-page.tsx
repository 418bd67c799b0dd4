import { Note, Panel, useView } from '#platform/ui/index.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { ChecklistPanel } from './checklist-panel.tsx'
import { DossierFrame } from './dossier-frame.tsx'
import { FormMessage } from './form-notes.tsx'
import { PledgeForm } from './pledge-form.tsx'
import { lacksSignature, SignaturePanel } from './signature-panel.tsx'
import { StandingPanel } from './standing-panel.tsx'

interface SubmissionPageProps {
  file: DossierFile
  message?: string | undefined
  /** Why the pledge is missing. */
  fault?: string | undefined
}

/** The last look before a dossier is handed in: what is missing, what it comes to, the pledge. */
export function SubmissionPage({ file, message, fault }: SubmissionPageProps) {
  const { t } = useView()
  const isComplete = file.lacks.length === 0
  return (
    <DossierFrame file={file} title={t('dossiers:page.dossier.step.submit')}>
      <div class="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div class="grid gap-5">
          <FormMessage message={message} />
          <ChecklistPanel file={file} />
          <SignaturePanel file={file} back="submission" />
          <Panel title={t('dossiers:page.filing.pledge_title')} lead={t('dossiers:page.filing.pledge_lead')}>
            {!isComplete && (
              <Note tone="warning" class="mb-4">
                {t('dossiers:page.filing.not_complete')}
              </Note>
            )}
            <PledgeForm
              file={file}
              press={t('dossiers:page.dossier.step.submit')}
              fault={fault}
              disabled={!isComplete || lacksSignature(file)}
            />
          </Panel>
        </div>
        <StandingPanel file={file} />
      </div>
    </DossierFrame>
  )
}
