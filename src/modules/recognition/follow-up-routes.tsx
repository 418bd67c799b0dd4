import { type Context, Hono } from 'hono'
import { listWeakPapers, WeakPapers } from '#modules/dossiers/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { refusalOf } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { certificateBadge } from './certificate-badge.ts'
import { openFollowUp, readFollowUps } from './open-follow-up.ts'
import { FollowUpPage } from './views/follow-up-page.tsx'
import './text.ts'

/** What a producer files after a recognition: an upgrade, a reassessment. */
export const followUpRoutes = new Hono<Env>()

followUpRoutes.get('/products/:id/follow-up', (c) => showFollowUps(c))

followUpRoutes.post('/products/:id/follow-up', async (c) => {
  const kind = (await c.req.formData()).get('kind') === 'upgrade' ? 'upgrade' : 'reassessment'
  let opened: { id: string; code: string } | undefined
  const opening = openFollowUp(c.get('ctx'), { productId: c.req.param('id'), kind }).then((done) => {
    opened = done
  })
  const refusal = await refusalOf(opening, 'conflict')
  if (refusal || !opened) {
    const { t } = c.get('view')
    return showFollowUps(c, refusal ? refusalWords(refusal, t) : t('recognition:refusal.not_open_today'))
  }
  sayNext(c, 'success', 'dossiers:page.filing.opened', { code: opened.code })
  return c.redirect(`/dossiers/${opened.id}`, 303)
})

async function showFollowUps(c: Context<Env>, message?: string): Promise<Response> {
  const { now } = c.get('ctx')
  const { certificate, openings, underWay } = await readFollowUps(c.get('ctx'), c.req.param('id') ?? '')
  const star = certificateBadge(certificate, dayOf(now), c.get('view').t)
  const { productId, productName, certificateNumber, expiresOn, dossierId } = certificate
  const props = { productId, productName, certificateNumber, expiresOn, star, openings, underWay, message }
  const weak = dossierId ? await listWeakPapers(c.get('ctx'), { dossierId, until: expiresOn }) : []
  return render(
    c,
    <FollowUpPage {...props} hasDossier={dossierId !== null}>
      <WeakPapers
        papers={weak}
        producerId={certificate.producerId}
        title={c.get('view').t('dossiers:page.vault.weak_certificate')}
      />
    </FollowUpPage>,
    message ? 409 : 200,
  )
}
