import {
  Button,
  DateInput,
  IslandScript,
  Note,
  Panel,
  RadioGroup,
  TextArea,
  TextInput,
  useView,
} from '#platform/ui/index.ts'
import type { DossierHead } from '../appraised-dossier.ts'
import { conclusions, type ReportContent, reportParts, surveyGrounds } from '../report/report-content.ts'
import { AppraisalFrame } from './appraisal-frame.tsx'
import { PhotoPanel, type PhotoPanelProps } from './photo-panel.tsx'
import { TheirVersion } from './their-version.tsx'

export interface ReportFormPageProps {
  head: DossierHead
  readsSamples: boolean
  typed: ReportContent
  /** The version that will be saved over; 0 where there is no report yet. */
  version: number
  faults: Readonly<Record<string, string>>
  message?: string | undefined
  /** What somebody else saved meanwhile, and who. */
  theirs?: { content: ReportContent; by: string; at: string } | undefined
  isReassessment: boolean
  photos: PhotoPanelProps['photos']
  photoFault?: string | undefined
}

/** The report as its team writes it: a draft that can be left and gone on with, its pictures, then the way to sign. */
export function ReportFormPage(props: ReportFormPageProps) {
  const { t } = useView()
  const { head, readsSamples, version, message, theirs } = props
  return (
    <AppraisalFrame
      head={head}
      part="appraisal"
      title={t('appraisal:report.title')}
      readsSamples={readsSamples}
    >
      {message && (
        <Note tone="error" role="alert" class="mb-5">
          {message}
        </Note>
      )}
      {theirs && <TheirVersion {...theirs} mine={props.typed} />}
      <form method="post" action={`/dossiers/${head.id}/appraisal/draft`} class="grid gap-5" novalidate>
        <input type="hidden" name="version" value={version} />
        <SurveyPanel {...props} />
        <FindingsPanel {...props} />
        <ConclusionPanel {...props} />
        <Panel>
          <div class="flex flex-wrap items-center gap-3">
            <Button type="submit" variant="primary" icon="save" class="max-sm:w-full">
              {t(theirs ? 'appraisal:report.save_mine' : 'appraisal:report.save')}
            </Button>
            <Button type="submit" name="go" value="sign" icon="pen-line" class="max-sm:w-full">
              {t('appraisal:report.save_and_sign')}
            </Button>
          </div>
          <p class="mt-2 text-sm text-ink-2">{t('appraisal:report.save_hint')}</p>
        </Panel>
      </form>
      <PhotoPanel dossierId={head.id} photos={props.photos} fault={props.photoFault} hasDraft={version > 0} />
      <IslandScript name="take-position" />
    </AppraisalFrame>
  )
}

function useField({ typed, faults }: ReportFormPageProps) {
  const { t } = useView()
  return (name: keyof ReportContent) => ({
    name,
    label: t(`appraisal:report.field.${name}`),
    value: typed[name],
    fault: faults[name],
  })
}

function SurveyPanel(props: ReportFormPageProps) {
  const { t } = useView()
  const field = useField(props)
  return (
    <Panel title={t('appraisal:report.survey_title')} lead={t('appraisal:report.survey_lead')}>
      <div class="grid gap-4">
        <RadioGroup
          {...field('survey')}
          inline
          options={['yes', 'no'].map((value) => ({ value, label: t(`appraisal:report.survey.${value}`) }))}
        />
        <div class="grid items-end gap-4 sm:grid-cols-2">
          <DateInput {...field('surveyOn')} />
          <TextInput
            {...field('surveyPlace')}
            maxlength={300}
            hint={t('appraisal:report.hint.surveyPlace')}
          />
        </div>
        <Position {...props} />
        {props.isReassessment && (
          <RadioGroup
            {...field('surveyGround')}
            hint={t('appraisal:report.hint.surveyGround')}
            options={surveyGrounds.map((value) => ({ value, label: t(`appraisal:report.ground.${value}`) }))}
          />
        )}
        <TextArea {...field('present')} rows={3} hint={t('appraisal:report.hint.present')} />
        <TextArea {...field('seen')} rows={5} hint={t('appraisal:report.hint.seen')} />
        <TextArea {...field('noSurveyReason')} rows={3} hint={t('appraisal:report.hint.noSurveyReason')} />
      </div>
    </Panel>
  )
}

/** The coordinates, typed or taken from the phone where its browser can say them. */
function Position(props: ReportFormPageProps) {
  const { t } = useView()
  const field = useField(props)
  const words = Object.fromEntries(
    ['asking', 'taken', 'denied', 'failed'].map((word) => [
      `data-${word}`,
      t(`appraisal:report.locating.${word}`),
    ]),
  )
  return (
    <div id="position" {...words}>
      <div class="grid grid-cols-2 gap-4 sm:max-w-md">
        <TextInput {...field('latitude')} inputmode="decimal" maxlength={15} optional />
        <TextInput {...field('longitude')} inputmode="decimal" maxlength={15} optional />
      </div>
      <p class="mt-2 flex flex-wrap items-center gap-3">
        <button type="button" class="btn btn-plain" hidden>
          {t('appraisal:report.take_position')}
        </button>
        <span role="status" class="text-sm text-ink-2" />
      </p>
    </div>
  )
}

function FindingsPanel(props: ReportFormPageProps) {
  const { t } = useView()
  const field = useField(props)
  return (
    <Panel title={t('appraisal:report.findings_title')} lead={t('appraisal:report.findings_lead')}>
      <div class="grid gap-4">
        {reportParts.map((part) => (
          <TextArea
            key={part}
            {...field(`finding${part}`)}
            label={t(`appraisal:report.finding.${part}`)}
            rows={5}
          />
        ))}
      </div>
    </Panel>
  )
}

function ConclusionPanel(props: ReportFormPageProps) {
  const { t } = useView()
  const field = useField(props)
  return (
    <Panel title={t('appraisal:report.conclusion_title')}>
      <div class="grid gap-4">
        <TextArea {...field('supplements')} rows={4} hint={t('appraisal:report.hint.supplements')} />
        <RadioGroup
          {...field('conclusion')}
          options={conclusions.map((value) => ({ value, label: t(`appraisal:report.conclusion.${value}`) }))}
        />
        <TextArea {...field('conclusionWords')} rows={4} hint={t('appraisal:report.hint.conclusionWords')} />
      </div>
    </Panel>
  )
}
