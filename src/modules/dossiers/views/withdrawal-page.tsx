import { Button, Note, Panel, TextArea, useView } from '#platform/ui/index.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { DossierFrame } from './dossier-frame.tsx'
import { SignaturePanel } from './signature-panel.tsx'

interface WithdrawalPageProps {
  file: DossierFile
  reason: string
  fault?: string | undefined
}

/** Withdrawing a dossier, with the reason; it cannot be taken up again. */
export function WithdrawalPage({ file, reason, fault }: WithdrawalPageProps) {
  const { t } = useView()
  return (
    <DossierFrame file={file} title={t('dossiers:page.dossier.step.withdraw')}>
      {file.dossier.submittedAt && (
        <div class="mb-5 max-w-2xl">
          <SignaturePanel file={file} back="withdrawal" />
        </div>
      )}
      <Panel class="max-w-2xl">
        <form method="post" class="space-y-4">
          <Note tone="warning">{t('dossiers:page.filing.withdraw_warning')}</Note>
          <TextArea
            label={t('dossiers:page.filing.withdraw_reason')}
            name="reason"
            value={reason}
            fault={fault}
            maxlength={2000}
            required
          />
          <p class="flex flex-wrap gap-3">
            <Button variant="danger" icon="circle-x">
              {t('dossiers:page.dossier.step.withdraw')}
            </Button>
            <Button href={`/dossiers/${file.dossier.id}`}>{t('dossiers:page.filing.keep')}</Button>
          </p>
        </form>
      </Panel>
    </DossierFrame>
  )
}
