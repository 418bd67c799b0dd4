import { type Context, Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { attempt, sentenceOf } from './attempt.ts'
import { Changes } from './changes.ts'
import { typedTexts, versionOf } from './form-faults.ts'
import { afterSaving, type DossierFile, readDossierFile } from './read-dossier-file.ts'
import { saveChanges } from './save-changes.ts'
import { ChangesPage } from './views/changes-page.tsx'
import './text.ts'

/** What has changed since the recognition: a part of upgrades and reassessments. */
export const changesRoutes = new Hono<Env>()

changesRoutes.get('/dossiers/:id/changes', async (c) => {
  const file = await fileOf(c)
  return render(c, <ChangesPage file={file} typed={file.dossier.changes} />)
})

changesRoutes.post('/dossiers/:id/changes', async (c) => {
  const file = await fileOf(c)
  const form = await c.req.formData()
  const typed = typedTexts(form)
  const changes = Changes.safeParse(typed)
  if (!changes.success) {
    const message = c.get('view').t('dossiers:page.filing.fault.form')
    return render(c, <ChangesPage {...{ file, typed, message }} />, 422)
  }
  const input = { dossierId: file.dossier.id, changes: changes.data, version: versionOf(form) }
  const { refusal } = await attempt(() => saveChanges(c.get('ctx'), input))
  if (refusal) {
    const message = c.get('view').t(sentenceOf(refusal), refusal.facts)
    return render(c, <ChangesPage file={await fileOf(c)} {...{ typed, message }} />, 409)
  }
  sayNext(c, 'success', 'dossiers:page.filing.saved')
  return c.redirect(afterSaving(file), 303)
})

async function fileOf(c: Context<Env>): Promise<DossierFile> {
  const file = await readDossierFile(c.get('ctx'), c.req.param('id') ?? '')
  if (file.dossier.kind === 'first') throw new Refusal('not_found', 'dossiers.no_changes_part')
  return file
}
