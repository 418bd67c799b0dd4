import { showDay } from '#platform/dates.ts'
import { DemoLabel, Facts, Note, Panel, StatusBadge, Table, useView } from '#platform/ui/index.ts'
import type { FrozenReport } from '../report/frozen-report.ts'
import type { SignedReport } from '../report/read-report.ts'
import { type ReportContent, reportParts } from '../report/report-content.ts'
import { testTones } from './test-tones.ts'

interface ReportViewProps {
  content: ReportContent
  photos: readonly { id: string; caption: string }[]
  tests: FrozenReport['tests']
  /** Where the pictures are: `<base>/photos/<id>`. */
  base: string
}

/** What a report says, whoever reads it: the survey with its pictures, findings by part, what is still asked, the conclusion. */
export function ReportView({ content, photos, tests, base }: ReportViewProps) {
  const { t } = useView()
  return (
    <div class="grid gap-5">
      <Panel title={t('appraisal:report.conclusion_title')}>
        <p class="text-lg font-semibold">
          {content.conclusion
            ? t(`appraisal:report.conclusion.${content.conclusion}`)
            : t('appraisal:report.open')}
        </p>
        <p class="mt-2 whitespace-pre-line">{content.conclusionWords}</p>
      </Panel>
      <Panel title={t('appraisal:report.survey_title')}>
        <Survey content={content} />
        <Photos photos={photos} base={base} />
      </Panel>
      <Panel title={t('appraisal:report.findings_title')}>
        <dl class="grid gap-4">
          {reportParts.map((part) => (
            <div key={part}>
              <dt class="font-semibold">{t(`appraisal:report.finding.${part}`)}</dt>
              <dd class="whitespace-pre-line">{content[`finding${part}`] || t('appraisal:report.open')}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t('appraisal:report.supplements_title')}>
        <p class="whitespace-pre-line">{content.supplements || t('appraisal:report.no_supplements')}</p>
        <Tests tests={tests} />
      </Panel>
    </div>
  )
}

/** A signed report with who signed it and the digest that froze it. */
export function SignedReportView({ report, base }: { report: SignedReport; base: string }) {
  const { t } = useView()
  const { frozen, digest } = report
  return (
    <>
      <Note tone="info" icon="file-check" class="mb-5">
        <p>
          {t('appraisal:report.signed_by', {
            name: frozen.signer,
            team: t(`appraisal:team.${frozen.team}`),
            day: frozen.signedOn,
          })}{' '}
          {frozen.dossier.isDemo && <DemoLabel />}
        </p>
        <p class="text-sm break-all">{t('appraisal:report.digest', { digest })}</p>
      </Note>
      <ReportView content={frozen.content} photos={frozen.photos} tests={frozen.tests} base={base} />
    </>
  )
}

function Survey({ content }: { content: ReportContent }) {
  const { t } = useView()
  if (content.survey === '') return <p>{t('appraisal:report.open')}</p>
  if (content.survey === 'no')
    return (
      <>
        <p class="font-semibold">{t('appraisal:report.no_survey')}</p>
        <p class="whitespace-pre-line">{content.noSurveyReason}</p>
      </>
    )
  const { surveyOn, surveyPlace, latitude, longitude, surveyGround, present } = content
  const items: [string, string][] = [
    [t('appraisal:report.field.surveyOn'), surveyOn && showDay(surveyOn)],
    [t('appraisal:report.field.surveyPlace'), surveyPlace],
    [t('appraisal:report.position'), latitude && `${latitude}; ${longitude}`],
    [t('appraisal:report.field.surveyGround'), surveyGround && t(`appraisal:report.ground.${surveyGround}`)],
    [t('appraisal:report.field.present'), present],
  ]
  return (
    <>
      <Facts
        items={items
          .filter(([, value]) => value !== '')
          .map(([label, value]) => [
            label,
            <span key={label} class="whitespace-pre-line">
              {value}
            </span>,
          ])}
      />
      <p class="mt-3 whitespace-pre-line">{content.seen}</p>
    </>
  )
}

function Photos({ photos, base }: Pick<ReportViewProps, 'photos' | 'base'>) {
  const { t } = useView()
  if (photos.length === 0) return null
  return (
    <ul class="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-3">
      {photos.map(({ id, caption }, place) => (
        <li key={id}>
          <figure>
            <a href={`${base}/photos/${id}?w=1920`}>
              <img
                class="pic rounded-box"
                src={`${base}/photos/${id}?w=640`}
                alt={caption || t('appraisal:photo.unnamed', { no: place + 1 })}
                loading="lazy"
              />
            </a>
            {caption && <figcaption class="mt-1 text-sm">{caption}</figcaption>}
          </figure>
        </li>
      ))}
    </ul>
  )
}

function Tests({ tests }: Pick<ReportViewProps, 'tests'>) {
  const { t } = useView()
  if (tests.length === 0) return <p class="mt-3">{t('appraisal:report.no_tests')}</p>
  return (
    <div class="-mx-4 mt-3 border-t border-line lg:-mx-5">
      <Table
        caption={t('appraisal:report.tests_caption')}
        head={['what', 'due_on', 'state'].map((key) => ({ label: t(`appraisal:test.column.${key}`) }))}
        rows={tests.map(({ what, dueOn, state, number, result }) => [
          what,
          showDay(dueOn),
          <span key="state">
            <StatusBadge tone={testTones[result ?? state]}>
              {result ? t(`appraisal:test.result.${result}`) : t(`appraisal:test.state.${state}`)}
            </StatusBadge>
            {number && (
              <span class="block text-sm text-ink-2">{t('appraisal:test.number_of', { number })}</span>
            )}
          </span>,
        ])}
      />
    </div>
  )
}
