import { Button, Checkbox, useView } from '#platform/ui/index.ts'
import type { DossierFile } from '../read-dossier-file.ts'

interface PledgeFormProps {
  file: DossierFile
  /** The words of the button. */
  press: string
  fault?: string | undefined
  disabled?: boolean | undefined
}

/** The producer's pledge that the dossier is true, and the press that hands it in. */
export function PledgeForm({ file, press, fault, disabled }: PledgeFormProps) {
  const { t } = useView()
  return (
    <form method="post" class="space-y-4">
      <input type="hidden" name="version" value={file.dossier.version} />
      <Checkbox
        label={t(file.counter?.acting ? 'dossiers:page.counter.pledge' : 'dossiers:page.filing.pledge')}
        name="pledged"
        value="yes"
        fault={fault}
      />
      <Button variant="primary" size="lg" icon="send" disabled={disabled}>
        {press}
      </Button>
    </form>
  )
}
