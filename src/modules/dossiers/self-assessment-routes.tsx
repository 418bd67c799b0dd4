import { type Context, Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { uploadsIn } from '#platform/uploads/uploads-in.ts'
import type { SelfAssessment } from './answer-store.ts'
import { citedFor, filesName, notesWithoutAnswer, typedAnswers } from './assessment-form.ts'
import { attachEvidence } from './attach-evidence.ts'
import { attempt, sentenceOf } from './attempt.ts'
import { detachEvidence } from './detach-evidence.ts'
import { findSection, type SectionPlace } from './find-section.ts'
import { type FormFaults, versionOf } from './form-faults.ts'
import { type DossierFile, readDossierFile } from './read-dossier-file.ts'
import { saveAnswers } from './save-answers.ts'
import { SectionPage } from './views/section-page.tsx'
import { SelfAssessmentPage } from './views/self-assessment-page.tsx'
import './text.ts'

/** The self-assessment: what it comes to, and its sections to fill in one by one. */
export const selfAssessmentRoutes = new Hono<Env>()

selfAssessmentRoutes.get('/dossiers/:id/self-assessment', async (c) => {
  const file = await readDossierFile(c.get('ctx'), c.req.param('id'))
  return render(c, <SelfAssessmentPage file={file} />)
})

selfAssessmentRoutes.get('/dossiers/:id/self-assessment/:section', async (c) => {
  const file = await readDossierFile(c.get('ctx'), c.req.param('id'))
  const place = findSection(file.set, c.req.param('section'))
  return render(c, <SectionPage {...{ file, place }} typed={file.self} />)
})

selfAssessmentRoutes.post('/dossiers/:id/self-assessment/:section', async (c) => {
  const before = await readDossierFile(c.get('ctx'), c.req.param('id'))
  const place = findSection(before.set, c.req.param('section'))
  const form = await c.req.formData()
  const typed = typedAnswers(form, place.section, before.self)
  const returned = await saveSection(c, form, { before, place, typed })
  if (returned) return showAgain(c, place, typed, returned)

  const cited = citedFor(String(form.get('go') ?? ''))
  if (cited) return c.redirect(`/dossiers/${before.dossier.id}/citations?criterion=${cited}`, 303)
  const removed = form.get('remove')
  const next = form.get('go') === 'next' ? place.next : place.section.code
  sayNext(c, 'success', removed ? 'dossiers:page.filing.detached' : 'dossiers:page.filing.saved')
  const here = `/dossiers/${before.dossier.id}/self-assessment`
  return c.redirect(next ? `${here}/${next}` : here, 303)
})

interface Returned {
  faults?: FormFaults
  message?: string
  status: 409 | 422
}

interface Saving {
  before: DossierFile
  place: SectionPlace
  typed: SelfAssessment
}

/** Keeps the answers, then the files; what was kept before a file is refused stays kept. */
async function saveSection(
  c: Context<Env>,
  form: FormData,
  { before, place, typed }: Saving,
): Promise<Returned | undefined> {
  const ctx = c.get('ctx')
  const dossierId = before.dossier.id
  const loose = notesWithoutAnswer(typed)
  if (loose.length > 0) return faulty(c, loose, 'dossiers:page.filing.fault.note_alone')
  const answered = await attempt(() => saveAnswers(ctx, { dossierId, version: versionOf(form), ...typed }))
  if (answered.refusal) {
    const { refusal } = answered
    const status = refusal.kind === 'conflict' ? 409 : 422
    return { message: c.get('view').t(sentenceOf(refusal), refusal.facts), status }
  }
  for (const { code } of place.section.criteria)
    for (const upload of (await uploadsIn(c, form, filesName(code))).uploads) {
      const { refusal } = await attempt(() =>
        attachEvidence(ctx, c.get('files'), { dossierId, criterion: code, file: upload }),
      )
      if (refusal) return faulty(c, [code], sentenceOf(refusal), refusal.facts)
    }
  const removed = form.get('remove')
  if (typeof removed === 'string') await detachEvidence(ctx, { dossierId, evidenceId: removed })
  return undefined
}

function faulty(c: Context<Env>, codes: readonly string[], key: string, facts = {}): Returned {
  const { t } = c.get('view')
  const faults = Object.fromEntries(codes.map((code) => [code, t(key, facts)]))
  return { faults, message: t('dossiers:page.filing.fault.sheet'), status: 422 }
}

async function showAgain(
  c: Context<Env>,
  place: SectionPlace,
  typed: SelfAssessment,
  { status, ...why }: Returned,
): Promise<Response> {
  const file = await readDossierFile(c.get('ctx'), c.req.param('id') ?? '')
  const merged = {
    answers: { ...file.self.answers, ...typed.answers },
    notes: { ...file.self.notes, ...typed.notes },
  }
  return render(c, <SectionPage {...{ file, place }} typed={merged} {...why} />, status)
}
