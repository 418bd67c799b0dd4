import { type Context, Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { answerCannotMend } from './answer-cannot-mend.ts'
import { attempt, sentenceOf } from './attempt.ts'
import { versionOf } from './form-faults.ts'
import { stepOf } from './get-dossier.ts'
import { readDossierFile } from './read-dossier-file.ts'
import { resubmitDossier } from './resubmit-dossier.ts'
import { listSnapshots } from './snapshot-store.ts'
import { submitDossier } from './submit-dossier.ts'
import type { ReturnedAnswer } from './views/cannot-mend-form.tsx'
import { MendingPage } from './views/mending-page.tsx'
import { SubmissionPage } from './views/submission-page.tsx'
import { WithdrawalPage } from './views/withdrawal-page.tsx'
import { withdrawDossier } from './withdraw-dossier.ts'
import './text.ts'

/** The steps of the producer: handing in, sending again what was mended, withdrawing. */
export const submissionRoutes = new Hono<Env>()

submissionRoutes.get('/dossiers/:id/submission', (c) => showSubmission(c))

submissionRoutes.post('/dossiers/:id/submission', async (c) => {
  const { refusal } = await attemptPledged(c, (input) => submitDossier(c.get('ctx'), input))
  if (refusal) return showSubmission(c, refusal)
  sayNext(c, 'success', 'dossiers:page.filing.submitted')
  return c.redirect(`/dossiers/${c.req.param('id')}`, 303)
})

submissionRoutes.get('/dossiers/:id/mending', (c) => showMending(c))

submissionRoutes.post('/dossiers/:id/mending', async (c) => {
  const { refusal } = await attemptPledged(c, (input) => resubmitDossier(c.get('ctx'), input))
  if (refusal) return showMending(c, { refusal })
  sayNext(c, 'success', 'dossiers:page.filing.resubmitted')
  return c.redirect(`/dossiers/${c.req.param('id')}`, 303)
})

submissionRoutes.post('/dossiers/:id/mending/answer', async (c) => {
  const form = await c.req.formData()
  const [target, words] = [String(form.get('target') ?? ''), String(form.get('words') ?? '')]
  const dossierId = c.req.param('id')
  const answered = answerCannotMend(c.get('ctx'), { dossierId, target, words })
  const refusal = await refusalOf(answered, 'invalid')
  if (refusal)
    return showMending(c, { answer: { target, words, fault: c.get('view').t(sentenceOf(refusal)) } })
  sayNext(c, 'success', 'dossiers:page.cannot.kept')
  return c.redirect(`/dossiers/${dossierId}/mending`, 303)
})

submissionRoutes.get('/dossiers/:id/withdrawal', (c) => showWithdrawal(c, ''))

submissionRoutes.post('/dossiers/:id/withdrawal', async (c) => {
  const reason = String((await c.req.formData()).get('reason') ?? '')
  const dossierId = c.req.param('id')
  const { refusal } = await attempt(() => withdrawDossier(c.get('ctx'), { dossierId, reason }))
  if (refusal?.kind === 'conflict') throw refusal
  if (refusal) return showWithdrawal(c, reason, refusal)
  sayNext(c, 'success', 'dossiers:page.filing.withdrawn')
  return c.redirect(`/dossiers/${dossierId}`, 303)
})

interface Pledged {
  dossierId: string
  pledged: boolean
  version: number | undefined
}

async function attemptPledged(c: Context<Env>, work: (input: Pledged) => Promise<unknown>) {
  const form = await c.req.formData()
  const input = {
    dossierId: c.req.param('id') ?? '',
    pledged: form.get('pledged') === 'yes',
    version: versionOf(form),
  }
  const attempted = await attempt(() => work(input))
  if (attempted.refusal?.code === 'dossiers.step_closed') throw attempted.refusal
  return attempted
}

/** Why a step was refused: the pledge alone is told beside its box, the rest above the form. */
function wordsOf(c: Context<Env>, refusal: Refusal) {
  const { t } = c.get('view')
  const lacks = (refusal.facts.lacks ?? []) as { part: string }[]
  const fault = lacks.some(({ part }) => part === 'pledge')
    ? t('dossiers:page.filing.fault.pledge')
    : undefined
  const message = t(sentenceOf(refusal), refusal.facts)
  return lacks.length === 1 && fault ? { fault } : { message, fault }
}

const statusOf = (refusal: Refusal | undefined) => (refusal ? (refusal.kind === 'conflict' ? 409 : 422) : 200)

async function showSubmission(c: Context<Env>, refusal?: Refusal): Promise<Response> {
  const file = await readDossierFile(c.get('ctx'), c.req.param('id') ?? '')
  stepOf(c.get('ctx').actor, file.dossier, 'submit')
  const words = refusal && wordsOf(c, refusal)
  return render(c, <SubmissionPage file={file} {...words} />, statusOf(refusal))
}

interface Unsent {
  refusal?: Refusal
  answer?: ReturnedAnswer
}

async function showMending(c: Context<Env>, { refusal, answer }: Unsent = {}): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const file = await readDossierFile(c.get('ctx'), c.req.param('id') ?? '')
  stepOf(actor, file.dossier, 'resubmit')
  const { fixList } = file
  if (!file.isOwn || !fixList) throw new Refusal('forbidden', 'dossiers.not_yours')
  const [last] = await listSnapshots(db, file.dossier.id)
  const words = refusal && wordsOf(c, refusal)
  const page = { file, fixList, before: last?.content, answer, ...words }
  return render(c, <MendingPage {...page} />, answer ? 422 : statusOf(refusal))
}

async function showWithdrawal(c: Context<Env>, reason: string, refusal?: Refusal): Promise<Response> {
  const file = await readDossierFile(c.get('ctx'), c.req.param('id') ?? '')
  stepOf(c.get('ctx').actor, file.dossier, 'withdraw')
  const fault = refusal && c.get('view').t(sentenceOf(refusal))
  return render(c, <WithdrawalPage {...{ file, reason, fault }} />, statusOf(refusal))
}
