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
import type { FormFaults } from '../form-faults.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { heldPapers, type ReportField, rights } from '../report.ts'
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

function ReportForm({ file, typed, faults = {}, message }: ReportPageProps) {
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
        <RadioGroup {...field('representativeGender')} inline options={gendersOf(t)} />
        <TextInput {...field('representativeEthnicity')} hint={t('dossiers:page.filing.ethnicity_hint')} />
        <DateInput {...field('foundedOn')} />
        <TextInput {...field('registrationNumber')} />
        <Ticks name="papers" values={heldPapers} ticked={typed.papers} />
        <Ticks name="rights" values={rights} ticked={typed.rights} />
        {general.map((name) => (
          <TextArea key={name} {...field(name)} rows={5} />
        ))}
      </Panel>
      <Panel title={t('dossiers:page.filing.report_part.results')} class="space-y-5">
        {results.map((name) => (
          <TextArea key={name} {...field(name)} rows={5} />
        ))}
        <TextInput {...field('revenue')} inputmode="numeric" />
        <TextInput {...field('profit')} inputmode="numeric" />
      </Panel>
      <Panel title={t('dossiers:page.filing.report_part.plan')}>
        <TextArea {...field('planAhead')} rows={6} />
      </Panel>
      <p>
        <Button variant="primary" size="lg" icon="save">
          {t('dossiers:page.filing.save')}
        </Button>
      </p>
    </form>
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
