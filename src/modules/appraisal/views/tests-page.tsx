import { showDay } from '#platform/dates.ts'
import {
  Button,
  DateInput,
  EmptyState,
  Note,
  Panel,
  SendOnce,
  StatusBadge,
  TextArea,
  TextInput,
  useView,
} from '#platform/ui/index.ts'
import type { DossierHead } from '../appraised-dossier.ts'
import type { TypedTest } from '../extra-tests/extra-test-form.ts'
import type { ExtraTest } from '../extra-tests/extra-test-store.ts'
import { AppraisalFrame } from './appraisal-frame.tsx'
import { OwnFrame } from './own-frame.tsx'
import { type ReturnedTest, TestSteps } from './test-steps.tsx'
import { testTones } from './test-tones.ts'

export interface TestsPageProps {
  head: DossierHead
  readsSamples: boolean
  tests: readonly ExtraTest[]
  today: string
  /** Whether the reader is of the team and the dossier is open; or is its producer. */
  mayAsk: boolean
  isProducer: boolean
  /** Whether there is a signed report that the producer may read by now. */
  hasReport: boolean
  returned?: ReturnedTest | undefined
}

/** The extra tests of a dossier: what was asked and why, until when, what came of it; and each step for whose it is. */
export function TestsPage(props: TestsPageProps) {
  const { t } = useView()
  const { head, readsSamples, isProducer, mayAsk, tests, returned } = props
  const content = (
    <div class="grid gap-5">
      {returned && (
        <Note tone="error" role="alert">
          {returned.message}
        </Note>
      )}
      {tests.length === 0 && (
        <Panel>
          <EmptyState icon="flask-conical" title={t('appraisal:test.none')}>
            {t(isProducer ? 'appraisal:test.none_own' : 'appraisal:test.none_text')}
          </EmptyState>
        </Panel>
      )}
      {tests.map((test) => (
        <TestPanel key={test.id} test={test} {...props} />
      ))}
      {mayAsk && <AskPanel {...props} />}
    </div>
  )
  if (isProducer)
    return (
      <OwnFrame
        head={head}
        title={t('appraisal:part.tests')}
        actions={
          props.hasReport && (
            <Button href={`/dossiers/${head.id}/appraisal`} icon="file-check">
              {t('appraisal:report.title')}
            </Button>
          )
        }
      >
        {content}
      </OwnFrame>
    )
  return (
    <AppraisalFrame head={head} part="tests" readsSamples={readsSamples}>
      {content}
    </AppraisalFrame>
  )
}

function TestPanel({ test, ...props }: TestsPageProps & { test: ExtraTest }) {
  const { t } = useView()
  const { today } = props
  const isLate = test.state === 'asked' && test.dueOn < today
  return (
    <Panel
      id={`test-${test.id}`}
      title={test.what}
      lead={test.place ? t('appraisal:test.at', { place: test.place }) : t('appraisal:test.any_place')}
      actions={
        <>
          {isLate && <StatusBadge tone="error">{t('appraisal:test.late', { day: test.dueOn })}</StatusBadge>}
          <StatusBadge tone={testTones[test.result ?? test.state]}>
            {test.result
              ? t(`appraisal:test.result.${test.result}`)
              : t(`appraisal:test.state.${test.state}`)}
          </StatusBadge>
        </>
      }
    >
      <dl class="facts">
        <dt>{t('appraisal:test.field.dueOn')}</dt>
        <dd>{showDay(test.dueOn)}</dd>
        <dt>{t('appraisal:test.field.reason')}</dt>
        <dd class="whitespace-pre-line">{test.reason}</dd>
        <Outcome test={test} />
      </dl>
      <TestSteps test={test} dossierId={props.head.id} {...props} />
    </Panel>
  )
}

function Outcome({ test }: { test: ExtraTest }) {
  const { t } = useView()
  return (
    <>
      {test.fileId && test.issuedOn && (
        <>
          <dt>{t('appraisal:test.sheet')}</dt>
          <dd>
            <a class="lnk" href={`/dossiers/${test.dossierId}/tests/${test.id}/file`}>
              {t('appraisal:test.sheet_of', { number: test.number, day: test.issuedOn })}
            </a>
          </dd>
        </>
      )}
      {test.note && (
        <>
          <dt>{t('appraisal:test.field.note')}</dt>
          <dd class="whitespace-pre-line">{test.note}</dd>
        </>
      )}
      {test.cancelReason && (
        <>
          <dt>{t('appraisal:test.field.cancelReason')}</dt>
          <dd class="whitespace-pre-line">{test.cancelReason}</dd>
        </>
      )}
    </>
  )
}

function AskPanel({ head, returned, today }: TestsPageProps) {
  const { t } = useView()
  const mine = returned?.form === 'ask' ? returned : undefined
  const field = (name: keyof TypedTest) => ({
    name,
    id: `ask-${name}`,
    label: t(`appraisal:test.field.${name}`),
    value: mine?.typed[name],
    fault: mine?.faults[name],
  })
  return (
    <Panel id="ask" title={t('appraisal:test.ask_title')} lead={t('appraisal:test.ask_lead')}>
      <form method="post" action={`/dossiers/${head.id}/tests`} class="grid gap-4" novalidate>
        <SendOnce />
        <TextInput {...field('what')} hint={t('appraisal:test.hint.what')} maxlength={500} />
        <div class="grid items-end gap-4 sm:grid-cols-2">
          <TextInput {...field('place')} hint={t('appraisal:test.hint.place')} maxlength={300} optional />
          <DateInput {...field('dueOn')} min={today} />
        </div>
        <TextArea {...field('reason')} rows={3} hint={t('appraisal:test.hint.reason')} />
        <div>
          <Button type="submit" variant="primary" icon="send" class="max-sm:w-full">
            {t('appraisal:test.ask')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
