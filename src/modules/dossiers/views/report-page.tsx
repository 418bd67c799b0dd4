import type { ComponentChildren } from 'preact'
import {
  Button,
  Checkbox,
  DateInput,
  Panel,
  RadioGroup,
  TextArea,
  TextInput,
  useView,
} from '#platform/ui/index.ts'
import { formField } from '../field-author.ts'
import type { FormFaults } from '../form-faults.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { heldPapers, type ReportField, rights } from '../report.ts'
import { AuthorLine } from './author-line.tsx'
import { DossierFrame } from './dossier-frame.tsx'
import { FormDownloads } from './form-downloads.tsx'
import { CarriedNote, FixNote, FormMessage, LockedNote } from './form-notes.tsx'
import { ReportPaper } from './report-paper.tsx'

/** Form 02 as it was typed: texts by field, and what was ticked. */
export interface TypedReport {
  texts: Readonly<Record<string, string | undefined>>
  papers: readonly string[]
  rights: readonly string[]
}

interface ReportPageProps {
  file: DossierFile
  typed: TypedReport
  faults?: FormFaults | undefined
  message?: string | undefined
  /** Whether the reader handles the dossier and so may see what is sensitive about persons. */
  seesSensitive: boolean
}

/** Form 02, parts I, II and IV: to fill in for the producer while it is open, to read for everybody else. */
export function ReportPage(props: ReportPageProps) {
  const { t } = useView()
  const { file, seesSensitive } = props
  return (
    <DossierFrame
      file={file}
      part="report"
      title={t('dossiers:page.filing.form_02')}
      actions={<FormDownloads dossierId={file.dossier.id} form="mau-02" />}
    >
      {file.mayEdit('report') ? (
        <ReportForm {...props} />
      ) : (
        <>
          <LockedNote file={file} />
          <ReportPaper file={file} seesSensitive={seesSensitive} />
        </>
      )}
    </DossierFrame>
  )
}

const general = ['history', 'organisation'] as const satisfies readonly ReportField[]
const results = ['materialArea', 'technology', 'quality', 'market'] as const satisfies readonly ReportField[]

function ReportForm({ file, typed, faults = {}, message, seesSensitive }: ReportPageProps) {
  const { t } = useView()
  const field = (name: ReportField) => ({
    name,
    label: t(`dossiers:page.filing.field.${name}`),
    value: typed.texts[name] ?? '',
    fault: faults[name] && t(faults[name] ?? ''),
  })
  return (
    <form method="post" class="grid max-w-3xl gap-5">
      <FormMessage message={message} />
      <FixNote file={file} target="report" />
      <CarriedNote file={file} targets={['report']} />
      <p class="text-ink-2">{t('dossiers:page.filing.report_lead')}</p>
      <input type="hidden" name="version" value={file.dossier.version} />
      <Panel title={t('dossiers:page.filing.report_part.general')} class="space-y-5">
        {seesSensitive && <PersonFields field={field} />}
        <Written file={file} name="foundedOn">
          <DateInput {...field('foundedOn')} />
        </Written>
        <Written file={file} name="registrationNumber">
          <TextInput {...field('registrationNumber')} />
        </Written>
        <Written file={file} name="papers">
          <Ticks name="papers" values={heldPapers} ticked={typed.papers} />
        </Written>
        <Written file={file} name="rights">
          <Ticks name="rights" values={rights} ticked={typed.rights} />
        </Written>
        {general.map((name) => (
          <Written key={name} file={file} name={name}>
            <TextArea {...field(name)} rows={5} />
          </Written>
        ))}
      </Panel>
      <Panel title={t('dossiers:page.filing.report_part.results')} class="space-y-5">
        {results.map((name) => (
          <Written key={name} file={file} name={name}>
            <TextArea {...field(name)} rows={5} />
          </Written>
        ))}
        {(['revenue', 'profit'] as const).map((name) => (
          <Written key={name} file={file} name={name}>
            <TextInput {...field(name)} inputmode="numeric" />
          </Written>
        ))}
      </Panel>
      <Panel title={t('dossiers:page.filing.report_part.plan')}>
        <Written file={file} name="planAhead">
          <TextArea {...field('planAhead')} rows={6} />
        </Written>
      </Panel>
      <p>
        <Button variant="primary" size="lg" icon="save">
          {t('dossiers:page.filing.save')}
        </Button>
      </p>
    </form>
  )
}

interface NamedField {
  name: ReportField
  label: string
  value: string
  fault: string | undefined
}

/** What is sensitive about the representative: the producer's own to write. */
function PersonFields({ field }: { field: (name: ReportField) => NamedField }) {
  const { t } = useView()
  return (
    <>
      <RadioGroup {...field('representativeGender')} inline options={gendersOf(t)} />
      <TextInput {...field('representativeEthnicity')} hint={t('dossiers:page.filing.ethnicity_hint')} />
    </>
  )
}

interface WrittenProps {
  file: DossierFile
  name: ReportField
  children: ComponentChildren
}

/** A field with who wrote it last. */
function Written({ file, name, children }: WrittenProps) {
  return (
    <div>
      {children}
      <AuthorLine file={file} field={formField('report', name)} />
    </div>
  )
}

function gendersOf(t: (key: string) => string) {
  return ['female', 'male'].map((value) => ({ value, label: t(`dossiers:page.filing.gender.${value}`) }))
}

interface TicksProps {
  name: 'papers' | 'rights'
  values: readonly string[]
  ticked: readonly string[]
}

function Ticks({ name, values, ticked }: TicksProps) {
  const { t } = useView()
  return (
    <fieldset>
      <legend class="font-medium">{t(`dossiers:page.filing.field.${name}`)}</legend>
      {values.map((value) => (
        <Checkbox
          key={value}
          name={name}
          value={value}
          checked={ticked.includes(value)}
          label={t(`dossiers:page.filing.${name}.${value}`)}
        />
      ))}
    </fieldset>
  )
}
