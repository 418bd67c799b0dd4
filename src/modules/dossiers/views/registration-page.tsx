import { Button, Panel, TextInput, type TextInputProps, useView } from '#platform/ui/index.ts'
import { formField } from '../field-author.ts'
import type { FormFaults } from '../form-faults.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import type { RegistrationField } from '../registration.ts'
import { AuthorLine } from './author-line.tsx'
import { DossierFrame } from './dossier-frame.tsx'
import { FormDownloads } from './form-downloads.tsx'
import { CarriedNote, FixNote, FormMessage, LockedNote } from './form-notes.tsx'
import { RegistrationPaper } from './registration-paper.tsx'

interface RegistrationPageProps {
  file: DossierFile
  typed: Readonly<Record<string, string | undefined>>
  faults?: FormFaults | undefined
  message?: string | undefined
}

/** Form 01: to fill in for the producer while it is open, to read and to print for everybody. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { t } = useView()
  const { file } = props
  const mayEdit = file.mayEdit('registration')
  return (
    <DossierFrame
      file={file}
      part="registration"
      title={t('dossiers:page.filing.form_01')}
      actions={<FormDownloads dossierId={file.dossier.id} form="mau-01" />}
    >
      {!mayEdit && <LockedNote file={file} />}
      {mayEdit && <RegistrationForm {...props} />}
      <div class={mayEdit ? 'hidden print:block' : undefined}>
        <RegistrationPaper file={file} />
      </div>
    </DossierFrame>
  )
}

const lines: readonly (Partial<TextInputProps> & { name: RegistrationField })[] = [
  { name: 'representativeName', autocomplete: 'name' },
  { name: 'representativePost' },
  { name: 'address', autocomplete: 'street-address' },
  { name: 'phone', type: 'tel', autocomplete: 'tel' },
  { name: 'email', type: 'text', inputmode: 'email', autocomplete: 'email', optional: true },
  { name: 'specification', optional: true },
]

function RegistrationForm({ file, typed, faults = {}, message }: RegistrationPageProps) {
  const { t } = useView()
  const { dossier, producer, product } = file
  return (
    <Panel class="noprint max-w-3xl" title={`${producer.name}, ${product.name}`}>
      <form method="post" class="space-y-5">
        <FormMessage message={message} />
        <FixNote file={file} target="registration" />
        <CarriedNote file={file} targets={['registration']} />
        <p class="text-ink-2">{t('dossiers:page.filing.from_register')}</p>
        <input type="hidden" name="version" value={dossier.version} />
        {lines.map((line) => (
          <div key={line.name}>
            <TextInput
              {...line}
              label={t(`dossiers:page.filing.field.${line.name}`)}
              value={typed[line.name] ?? ''}
              fault={faults[line.name] && t(faults[line.name] ?? '')}
            />
            <AuthorLine file={file} field={formField('registration', line.name)} />
          </div>
        ))}
        <Button variant="primary" size="lg" icon="save">
          {t('dossiers:page.filing.save')}
        </Button>
      </form>
    </Panel>
  )
}
