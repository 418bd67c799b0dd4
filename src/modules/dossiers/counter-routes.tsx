import { type Context, Hono } from 'hono'
import { unitPathsOf } from '#modules/people/index.ts'
import { listProducts } from '#modules/products/index.ts'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { uploadsIn } from '#platform/uploads/uploads-in.ts'
import { attempt, sentenceOf } from './attempt.ts'
import { listCounterDossiers } from './counter-store.ts'
import { findOpenDossier } from './dossier-store.ts'
import { getDossier } from './get-dossier.ts'
import { keepSignature } from './keep-signature.ts'
import { openDossier } from './open-dossier.ts'
import { listSignatures } from './signature-store.ts'
import { CounterPage } from './views/counter-page.tsx'
import { actsAtCounter } from './workflow.ts'
import './text.ts'

/** Where a commune's officer files for a household that cannot do it itself. */
export const counterRoutes = new Hono<Env>()

const shown = 20

counterRoutes.get('/counter', (c) => showCounter(c))

counterRoutes.post('/counter', async (c) => {
  const productId = String((await c.req.formData()).get('product') ?? '')
  const { done, refusal } = await attempt(() =>
    openDossier(c.get('ctx'), { productId, kind: 'first', atCounter: true }),
  )
  if (refusal) return showCounter(c, c.get('view').t(sentenceOf(refusal)))
  sayNext(c, 'success', 'dossiers:page.filing.opened', { code: done.code })
  return c.redirect(`/dossiers/${done.id}`, 303)
})

counterRoutes.post('/dossiers/:id/signature', async (c) => {
  const { id: dossierId, ...dossier } = await getDossier(c.get('ctx'), c.req.param('id'))
  if (!actsAtCounter(c.get('ctx').actor, dossier)) throw new Refusal('forbidden', 'dossiers.not_at_counter')
  const form = await c.req.formData()
  const back = ['mending', 'withdrawal'].find((one) => one === form.get('back')) ?? 'submission'
  const { uploads } = await uploadsIn(c, form, 'file')
  const [file] = uploads
  const { refusal } = await attempt(async () => {
    if (!file) throw new Refusal('invalid', 'dossiers.signature_missing')
    await keepSignature(c.get('ctx'), c.get('files'), { dossierId, file })
  })
  if (refusal?.kind === 'conflict') throw refusal
  if (refusal) sayNext(c, 'error', sentenceOf(refusal), plainOf(refusal))
  else sayNext(c, 'success', 'dossiers:page.counter.signature_kept')
  return c.redirect(`/dossiers/${dossierId}/${back}`, 303)
})

counterRoutes.get('/dossiers/:id/signatures/:signatureId', async (c) => {
  const { db } = c.get('ctx')
  const dossier = await getDossier(c.get('ctx'), c.req.param('id'))
  const page = (await listSignatures(db, dossier.id)).find(({ id }) => id === c.req.param('signatureId'))
  if (!page) throw new Refusal('not_found', 'dossiers.evidence_unknown')
  const file = await openStoredFile(db, c.get('files'), page.fileId)
  return c.body(new Uint8Array(file.bytes), 200, fileHeaders(file, 'inline'))
})

/** The facts of a refusal that a sentence can name. */
function plainOf({ facts }: Refusal): Record<string, string | number> {
  const isPlain = (fact: [string, unknown]): fact is [string, string | number] =>
    ['string', 'number'].includes(typeof fact[1])
  return Object.fromEntries(Object.entries(facts).filter(isPlain))
}

async function showCounter(c: Context<Env>, fault?: string): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const paths = unitPathsOf(actor, 'commune_officer')
  if (paths.length === 0) throw new Refusal('forbidden', 'dossiers.for_counter')
  const search = (c.req.query('q') ?? '').trim().slice(0, 100)
  const found = await listProducts(db, { reach: { paths, ids: [] }, search }, { limit: shown })
  const products = await Promise.all(
    found.map(async ({ id, name, producerName, productSetNo }) => {
      const open = await findOpenDossier(db, id)
      const standing = open
        ? ('under_way' as const)
        : productSetNo === null
          ? ('unclassified' as const)
          : null
      return { id, name, producerName, standing }
    }),
  )
  const waiting = await listCounterDossiers(db, actor)
  const shownNow = search ? products : products.filter(({ standing }) => standing === null)
  return render(c, <CounterPage {...{ waiting, products: shownNow, search, fault }} />, fault ? 422 : 200)
}
