import { type Context, Hono } from 'hono'
import { dayOf } from '#platform/dates.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { paperPdf, paperWord } from '#platform/paper/draw-paper.ts'
import { Refusal } from '#platform/refusal.ts'
import { attempt } from '../attempt.ts'
import { getDossier } from '../get-dossier.ts'
import { readDossierHead } from '../read-dossier-head.ts'
import { showConflict, versionIn } from '../show-conflict.tsx'
import { carriageFor, carryDossier } from './carry-dossier.ts'
import { readCarryLetter } from './carry-letter.ts'
import { askSiteCheck, liftSiteCheck } from './site-check.ts'
import { siteCheckReasons } from './site-check-store.ts'
import { CarryPage } from './views/carry-page.tsx'
import './text.ts'

/** What the province does with one dossier in its round: carrying it, the letter, a check on site. */
export const carryRoutes = new Hono<Env>()

carryRoutes.get('/dossiers/:id/carry', (c) => showCarry(c, { typed: { toRoundId: '', note: '' } }))

carryRoutes.post('/dossiers/:id/carry', async (c) => {
  const form = await c.req.formData()
  const dossierId = c.req.param('id')
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 500)
  const typed = { toRoundId: text('toRoundId'), note: text('note') }
  const version = versionIn(form)
  const { toRoundId, note } = typed
  const { done, refusal } = await attempt(() =>
    carryDossier(c.get('ctx'), { dossierId, toRoundId: toRoundId || undefined, note, version }),
  )
  const { t } = c.get('view')
  if (refusal?.kind === 'invalid') return showCarry(c, { typed, fault: t('rounds:carry.note_missing') })
  if (refusal) {
    const kept = note ? [{ label: t('rounds:carry.note'), text: note }] : []
    return showConflict(c, refusal, { dossierId, version, typed: kept })
  }
  sayNext(c, 'success', 'rounds:carry.said', { number: done.letterNumber })
  return c.redirect(`/dossiers/${dossierId}`, 303)
})

const writers = {
  pdf: { write: paperPdf, type: 'application/pdf', shown: 'inline' },
  docx: {
    write: paperWord,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    shown: 'attachment',
  },
} as const

carryRoutes.get('/dossiers/:id/carries/:file', async (c) => {
  const [carryId = '', kind = '', ...more] = c.req.param('file').split('.')
  if (more.length > 0 || (kind !== 'pdf' && kind !== 'docx'))
    throw new Refusal('not_found', 'rounds.no_such_letter')
  const paper = await readCarryLetter(c.get('ctx'), { dossierId: c.req.param('id'), carryId })
  const { write, type, shown } = writers[kind]
  return c.body(new Uint8Array(await write(paper)), 200, {
    'content-type': type,
    'content-disposition': contentDisposition(`cong-van-chuyen-dot.${kind}`, shown),
    'cache-control': 'private, no-store',
  })
})

carryRoutes.post('/dossiers/:id/site-check', async (c) => {
  const ctx = c.get('ctx')
  const form = await c.req.formData()
  const dossierId = c.req.param('id')
  const back = `/dossiers/${dossierId}#site-check`
  if (form.get('lift') === 'yes') {
    const { refusal } = await attempt(() => liftSiteCheck(ctx, { dossierId }))
    if (refusal) return showConflict(c, refusal, { dossierId })
    sayNext(c, 'success', 'rounds:site.lifted')
    return c.redirect(back, 303)
  }
  const note = String(form.get('note') ?? '').slice(0, 1000)
  const reason = siteCheckReasons.find((one) => one === form.get('reason')) ?? 'evidence_unclear'
  const { refusal } = await attempt(() => askSiteCheck(ctx, { dossierId, reason, note }))
  if (refusal?.kind === 'conflict') {
    const typed = [{ label: c.get('view').t('rounds:site.note'), text: note }]
    return showConflict(c, refusal, { dossierId, typed })
  }
  if (refusal) sayNext(c, 'error', 'rounds:refusal.site_note_missing')
  else sayNext(c, 'success', 'rounds:site.asked')
  return c.redirect(back, 303)
})

async function showCarry(
  c: Context<Env>,
  { typed, fault }: { typed: { toRoundId: string; note: string }; fault?: string },
): Promise<Response> {
  const ctx = c.get('ctx')
  const dossier = await getDossier(ctx, c.req.param('id') ?? '')
  const { done: carriage, refusal } = await attempt(() => carriageFor(ctx, dossier))
  if (refusal) return showConflict(c, refusal, { dossierId: dossier.id })
  return render(
    c,
    <CarryPage
      head={await readDossierHead(ctx.db, dossier, { actor: ctx.actor, today: dayOf(ctx.now) })}
      carriage={carriage}
      proposedOn={dossier.proposedOn ?? ''}
      typed={typed}
      version={dossier.version}
      fault={fault}
    />,
    fault ? 422 : 200,
  )
}
