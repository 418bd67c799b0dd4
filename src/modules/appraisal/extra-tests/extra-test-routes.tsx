import { type Context, Hono } from 'hono'
import { signedInOnly, uploaded } from '#modules/producers/index.ts'
import { dayOf } from '#platform/dates.ts'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal } from '#platform/refusal.ts'
import {
  appraises,
  isDecided,
  isOpen,
  isProducerOf,
  readsAppraisals,
  readsSamples,
} from '../appraisal-rights.ts'
import { headOf } from '../appraised-dossier.ts'
import { findSignedReport } from '../report/read-report.ts'
import type { ReturnedTest } from '../views/test-steps.tsx'
import { TestsPage } from '../views/tests-page.tsx'
import { askTest } from './ask-test.ts'
import { cancelTest } from './cancel-test.ts'
import { type TypedTest, typedTest } from './extra-test-form.ts'
import { listTests } from './extra-test-store.ts'
import { getTest, getTested } from './get-test.ts'
import { handInTest } from './hand-in-test.ts'
import { receiveTest } from './receive-test.ts'
import '../text.ts'

/** The extra tests of one dossier: asking, handing in, receiving, cancelling, the sheet of results. */
export const extraTestRoutes = new Hono<Env>()

const base = '/dossiers/:id/tests'

extraTestRoutes.use(base, signedInOnly)
extraTestRoutes.use(`${base}/*`, signedInOnly)

extraTestRoutes.get(base, (c) => show(c, c.req.param('id')))

extraTestRoutes.post(base, async (c) => {
  const typed = typedTest(await c.req.parseBody())
  const dossierId = c.req.param('id')
  return answer(c, { dossierId, form: 'ask', typed }, askTest(c.get('ctx'), { dossierId, typed }))
})

extraTestRoutes.post(`${base}/:testId/hand-in`, async (c) => {
  const { id: dossierId, testId } = c.req.param()
  const form = await c.req.parseBody()
  const typed = typedTest(form)
  const upload = await uploaded(form.file)
  const work = handInTest(c.get('ctx'), c.get('files'), { dossierId, testId, typed, upload })
  return answer(c, { dossierId, testId, form: 'hand-in', typed }, work)
})

extraTestRoutes.post(`${base}/:testId/receipt`, async (c) => {
  const { id: dossierId, testId } = c.req.param()
  const form = await c.req.parseBody()
  const typed = typedTest(form)
  const upload = await uploaded(form.file)
  const work = receiveTest(c.get('ctx'), c.get('files'), { dossierId, testId, typed, upload })
  return answer(c, { dossierId, testId, form: 'receipt', typed }, work)
})

extraTestRoutes.post(`${base}/:testId/cancellation`, async (c) => {
  const { id: dossierId, testId } = c.req.param()
  const typed = typedTest(await c.req.parseBody())
  const work = cancelTest(c.get('ctx'), { dossierId, testId, reason: typed.cancelReason })
  return answer(c, { dossierId, testId, form: 'cancellation', typed }, work)
})

extraTestRoutes.get(`${base}/:testId/file`, async (c) => {
  const ctx = c.get('ctx')
  const { id: dossierId, testId } = c.req.param()
  const { test } = await getTest(ctx, { dossierId, testId })
  const file = await openStoredFile(ctx.db, c.get('files'), test.fileId ?? '')
  return c.body(new Uint8Array(file.bytes), 200, fileHeaders(file, 'inline'))
})

interface Step {
  dossierId: string
  testId?: string
  form: ReturnedTest['form']
  typed: TypedTest
}

async function answer(
  c: Context<Env>,
  { dossierId, ...step }: Step,
  work: Promise<unknown>,
): Promise<Response> {
  const refusal = await formRefusal(work)
  if (refusal) {
    const { faults, message, status } = formWords(refusal, c.get('view').t)
    return show(c, dossierId, { ...step, faults, message }, status)
  }
  sayNext(c, 'success', `appraisal:done.test_${step.form.replace('-', '_')}`)
  return c.redirect(`/dossiers/${dossierId}/tests`, 303)
}

async function show(
  c: Context<Env>,
  dossierId: string,
  returned?: ReturnedTest,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ctx = c.get('ctx')
  const dossier = await getTested(ctx, dossierId)
  return render(
    c,
    <TestsPage
      head={await headOf(ctx, dossier)}
      readsSamples={readsSamples(ctx.actor, dossier.unitPath)}
      tests={await listTests(ctx.db, dossier.id)}
      today={dayOf(ctx.now)}
      mayAsk={appraises(ctx.actor, dossier) && isOpen(dossier)}
      isProducer={isProducerOf(ctx.actor, dossier) && !readsAppraisals(ctx.actor, dossier.unitPath)}
      hasReport={isDecided(dossier) && (await findSignedReport(ctx.db, dossier.id)) !== undefined}
      returned={returned}
    />,
    status,
  )
}
