import { Hono } from 'hono'
import { isOwn, readVersion, signedInOnly } from '#modules/producers/index.ts'
import { record } from '#platform/events/record.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import { plainName } from '#platform/files/plain-name.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { formRefusal } from '#platform/refusal.ts'
import { answerPack, askedLocale } from './answer-pack.ts'
import { copyPack } from './copy-pack.ts'
import { coverPdf } from './download/zip-pack.ts'
import { getOwnPack, getPack } from './get-pack.ts'
import { typedFromContent, typedPack } from './pack-form.ts'
import { listContents } from './pack-store.ts'
import { readPack } from './read-packs.ts'
import { listShares } from './share/share-store.ts'
import { showPackForm } from './show-form.tsx'
import { PackPage } from './views/pack-page.tsx'
import { changePack, removePack } from './write-pack.ts'

/** One pack: as it is today, changed, copied, taken away, downloaded. */
export const packRoutes = new Hono<Env>()

packRoutes.use('/buyer-packs/*', signedInOnly)

packRoutes.get('/buyer-packs/:id', async (c) => {
  const ctx = c.get('ctx')
  const pack = await getPack(ctx, c.req.param('id'))
  return render(
    c,
    <PackPage
      today={await readPack(ctx, pack)}
      shares={await listShares(ctx.db, [pack.id])}
      mayWrite={isOwn(ctx.actor, { id: pack.producerId })}
      address={`${c.get('origin')}/chao-hang/`}
    />,
  )
})

packRoutes.get('/buyer-packs/:id/edit', async (c) => {
  const { db } = c.get('ctx')
  const pack = await getOwnPack(c.get('ctx'), c.req.param('id'))
  const { products, papers } = await listContents(db, [pack.id])
  const typed = typedFromContent({ ...pack, products, paperIds: papers.map(({ paperId }) => paperId) })
  return showPackForm(c, { producerId: pack.producerId, pack, typed })
})

packRoutes.post('/buyer-packs/:id/edit', async (c) => {
  const ctx = c.get('ctx')
  const pack = await getOwnPack(ctx, c.req.param('id'))
  const form = await c.req.formData()
  const typed = typedPack(form)
  const version = readVersion(Object.fromEntries(form))
  const refusal = await formRefusal(changePack(ctx, { packId: pack.id, version, typed }))
  if (refusal) {
    // Who was too late saves over the newer one once it was looked at; who mistyped keeps the version opened.
    const opened = refusal.kind === 'conflict' ? await getOwnPack(ctx, pack.id) : { ...pack, version }
    return showPackForm(c, { producerId: pack.producerId, pack: opened, typed, refusal })
  }
  sayNext(c, 'success', 'buyer-packs:done.changed')
  return c.redirect(`/buyer-packs/${pack.id}`, 303)
})

packRoutes.post('/buyer-packs/:id/copies', async (c) => {
  const ctx = c.get('ctx')
  const pack = await getOwnPack(ctx, c.req.param('id'))
  const name = c.get('view').t('buyer-packs:copy_name', { name: pack.name })
  const copy = await copyPack(ctx, { packId: pack.id, name })
  sayNext(c, 'success', 'buyer-packs:done.copied')
  return c.redirect(`/buyer-packs/${copy.id}/edit`, 303)
})

packRoutes.post('/buyer-packs/:id/removal', async (c) => {
  const { id, producerId } = await getOwnPack(c.get('ctx'), c.req.param('id'))
  await removePack(c.get('ctx'), { packId: id })
  sayNext(c, 'success', 'buyer-packs:done.removed')
  return c.redirect(`/producers/${producerId}/buyer-packs`, 303)
})

packRoutes.get('/buyer-packs/:id/cover.pdf', async (c) => {
  const ctx = c.get('ctx')
  const today = await readPack(ctx, await getPack(ctx, c.req.param('id')))
  const bytes = await coverPdf(ctx, c.var, { today, locale: askedLocale(c) })
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': contentDisposition(`${plainName(today.pack.name)}.pdf`, 'inline'),
    'cache-control': 'private, no-store',
  })
})

packRoutes.get('/buyer-packs/:id/pack.zip', async (c) => {
  const ctx = c.get('ctx')
  const pack = await getPack(ctx, c.req.param('id'))
  const answer = await answerPack(c, await readPack(ctx, pack), askedLocale(c))
  await record(ctx, 'buyer_pack.taken', `buyer_pack:${pack.id}`)
  return answer
})
