import type { ComponentChildren } from 'preact'
import { Button, DateInput, FileInput, RadioGroup, TextArea, TextInput, useView } from '#platform/ui/index.ts'
import { type TypedTest, testResults } from '../extra-tests/extra-test-form.ts'
import type { ExtraTest } from '../extra-tests/extra-test-store.ts'

/** A form that came back: which one, of which test, what was typed, what is wrong. */
export interface ReturnedTest {
  form: 'ask' | 'hand-in' | 'receipt' | 'cancellation'
  testId?: string | undefined
  typed: TypedTest
  faults: Readonly<Record<string, string>>
  message: string
}

interface TestStepsProps {
  test: ExtraTest
  dossierId: string
  mayAsk: boolean
  isProducer: boolean
  returned?: ReturnedTest | undefined
}

/** What can be done with a test now: the producer hands in, the team receives or cancels. */
export function TestSteps(props: TestStepsProps) {
  const { test, mayAsk, isProducer } = props
  if (isProducer && test.state === 'asked') return <HandIn {...props} />
  if (!mayAsk || (test.state !== 'asked' && test.state !== 'handed_in')) return null
  return (
    <div class="mt-4 grid gap-3">
      <Receive {...props} />
      <Cancel {...props} />
    </div>
  )
}

type FormName = Exclude<ReturnedTest['form'], 'ask'>

function useForm({ test, returned, dossierId }: TestStepsProps, form: FormName) {
  const { t } = useView()
  const mine = returned?.form === form && returned.testId === test.id ? returned : undefined
  const field = (name: keyof TypedTest | 'file') => ({
    name,
    id: `${form}-${test.id}-${name}`,
    label: t(`appraisal:test.field.${name}`),
    fault: mine?.faults[name],
    ...(name === 'file' ? {} : { value: mine?.typed[name] }),
  })
  return { field, mine, action: `/dossiers/${dossierId}/tests/${test.id}/${form}` }
}

function HandIn(props: TestStepsProps) {
  const { t } = useView()
  const { field, action } = useForm(props, 'hand-in')
  return (
    <form
      method="post"
      action={action}
      enctype="multipart/form-data"
      class="mt-4 grid gap-4 border-t border-line pt-4"
      novalidate
    >
      <SheetFields field={field} />
      <div>
        <Button type="submit" variant="primary" icon="send" class="max-sm:w-full">
          {t('appraisal:test.hand_in')}
        </Button>
      </div>
    </form>
  )
}

function Receive(props: TestStepsProps) {
  const { t } = useView()
  const { field, action, mine } = useForm(props, 'receipt')
  const isHere = props.test.state === 'handed_in'
  return (
    <Fold
      summary={t(isHere ? 'appraisal:test.judge' : 'appraisal:test.receive')}
      open={isHere || Boolean(mine)}
    >
      <form method="post" action={action} enctype="multipart/form-data" class="grid gap-4" novalidate>
        {!isHere && <SheetFields field={field} />}
        <RadioGroup
          {...field('result')}
          inline
          options={testResults.map((value) => ({ value, label: t(`appraisal:test.result.${value}`) }))}
        />
        <TextArea {...field('note')} rows={2} hint={t('appraisal:test.hint.note')} />
        <div>
          <Button type="submit" variant="primary" icon="check" class="max-sm:w-full">
            {t('appraisal:test.save_result')}
          </Button>
        </div>
      </form>
    </Fold>
  )
}

function Cancel(props: TestStepsProps) {
  const { t } = useView()
  const { field, action, mine } = useForm(props, 'cancellation')
  return (
    <Fold summary={t('appraisal:test.cancel')} open={Boolean(mine)}>
      <form method="post" action={action} class="grid gap-4" novalidate>
        <TextArea {...field('cancelReason')} rows={2} hint={t('appraisal:test.hint.cancelReason')} />
        <div>
          <Button type="submit" variant="danger" icon="x" class="max-sm:w-full">
            {t('appraisal:test.cancel')}
          </Button>
        </div>
      </form>
    </Fold>
  )
}

function SheetFields({ field }: Pick<ReturnType<typeof useForm>, 'field'>) {
  const { t } = useView()
  return (
    <>
      <FileInput
        {...field('file')}
        hint={t('appraisal:test.hint.file')}
        accept="application/pdf,image/jpeg,image/png,image/webp"
      />
      <div class="grid gap-4 sm:grid-cols-2">
        <TextInput {...field('number')} maxlength={100} />
        <DateInput {...field('issuedOn')} />
      </div>
    </>
  )
}

/** A step that is not always wanted: its form opens on demand, without a script. */
export function Fold({
  summary,
  open,
  children,
}: {
  summary: string
  open: boolean
  children: ComponentChildren
}) {
  return (
    <details class="noprint border-t border-line pt-3" open={open}>
      <summary class="lnk min-h-11 py-2">{summary}</summary>
      <div class="mt-3">{children}</div>
    </details>
  )
}
