import { type Context, Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { attempt, sentenceOf } from './attempt.ts'
import { type FormFaults, formFaults, typedTexts, versionOf } from './form-faults.ts'
import { afterSaving, type DossierFile, readDossierFile, seesSensitive } from './read-dossier-file.ts'
import { Registration } from './registration.ts'
import { Report } from './report.ts'
import { saveRegistration } from './save-registration.ts'
import { saveReport } from './save-report.ts'
import { RegistrationPage } from './views/registration-page.tsx'
import { ReportPage, type TypedReport } from './views/report-page.tsx'
import './text.ts'

/** Form 01, and parts I, II and IV of Form 02. */
export const formRoutes = new Hono<Env>()

/** Why a form comes back: faults beside its fields, or one sentence above it. */
interface Returned {
  faults?: FormFaults
  message?: string
  status: 409 | 422
}

formRoutes.get('/dossiers/:id/registration', async (c) => {
  const file = await fileOf(c)
  return render(c, <RegistrationPage file={file} typed={file.dossier.registration} />)
})

formRoutes.post('/dossiers/:id/registration', async (c) => {
  const form = await c.req.formData()
  const typed = typedTexts(form)
  const parsed = Registration.safeParse(typed)
  const returned = parsed.success
    ? await save(c, () =>
        saveRegistration(c.get('ctx'), {
          dossierId: c.req.param('id'),
          registration: parsed.data,
          version: versionOf(form),
        }),
      )
    : faulty(c, formFaults(parsed.error))
  const file = await fileOf(c)
  if (!returned) return saved(c, file)
  const { status, ...why } = returned
  return render(c, <RegistrationPage file={file} typed={typed} {...why} />, status)
})

formRoutes.get('/dossiers/:id/report', async (c) => {
  const file = await fileOf(c)
  return showReport(c, file, storedReport(file))
})

formRoutes.post('/dossiers/:id/report', async (c) => {
  const form = await c.req.formData()
  const typed: TypedReport = {
    texts: typedTexts(form),
    papers: form.getAll('papers').map(String),
    rights: form.getAll('rights').map(String),
  }
  const parsed = Report.safeParse({ ...typed.texts, papers: typed.papers, rights: typed.rights })
  const returned = parsed.success
    ? await save(c, () =>
        saveReport(c.get('ctx'), {
          dossierId: c.req.param('id') ?? '',
          report: parsed.data,
          version: versionOf(form),
        }),
      )
    : faulty(c, formFaults(parsed.error))
  const file = await fileOf(c)
  return returned ? showReport(c, file, typed, returned) : saved(c, file)
})

function fileOf(c: Context<Env>): Promise<DossierFile> {
  return readDossierFile(c.get('ctx'), c.req.param('id') ?? '')
}

function showReport(c: Context<Env>, file: DossierFile, typed: TypedReport, returned?: Returned): Response {
  const { status, ...why } = returned ?? { status: 200 as const }
  const sees = seesSensitive(c.get('ctx').actor, file.dossier)
  return render(c, <ReportPage file={file} typed={typed} seesSensitive={sees} {...why} />, status)
}

function storedReport({ dossier: { report } }: DossierFile): TypedReport {
  const { papers = [], rights = [], ...texts } = report
  return { texts, papers, rights }
}

async function save(c: Context<Env>, work: () => Promise<unknown>): Promise<Returned | undefined> {
  const { refusal } = await attempt(work)
  if (!refusal) return undefined
  const message = c.get('view').t(sentenceOf(refusal), refusal.facts)
  return { message, status: refusal.kind === 'conflict' ? 409 : 422 }
}

function faulty(c: Context<Env>, faults: FormFaults): Returned {
  return { faults, message: c.get('view').t('dossiers:page.filing.fault.form'), status: 422 }
}

function saved(c: Context<Env>, file: DossierFile): Response {
  sayNext(c, 'success', 'dossiers:page.filing.saved')
  return c.redirect(afterSaving(file), 303)
}
