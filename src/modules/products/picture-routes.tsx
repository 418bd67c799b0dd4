import { type Context, Hono } from 'hono'
import { signedInOnly, uploaded } from '#modules/producers/index.ts'
import { pictureOf } from '#platform/files/picture-of.ts'
import { findStoredFile } from '#platform/files/stored-file-store.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { isId } from '#platform/ids.ts'
import { Refusal, refusalOf } from '#platform/refusal.ts'
import { findProductOfPicture } from './product-store.ts'
import { putPicture } from './put-picture.ts'
import { setPicture } from './set-picture.ts'

type PageWithFault = (c: Context<Env>, productId: string, fault: string) => Promise<Response>

/** The pictures of products: put by those who may, seen by everybody. */
export function pictureRoutes(page: PageWithFault): Hono<Env> {
  const routes = new Hono<Env>()

  routes.post('/products/:id/picture', signedInOnly, async (c) => {
    const productId = c.req.param('id')
    const { picture } = await c.req.parseBody()
    const upload = await uploaded(picture)
    const refusal = await refusalOf(
      putPicture(c.get('ctx'), c.get('files'), { productId, upload }),
      'invalid',
    )
    if (refusal) {
      const [namespace, code] = refusal.code.split('.')
      return page(c, productId, c.get('view').t(`${namespace}:refusal.${code}`, refusal.facts))
    }
    sayNext(c, 'success', 'products:done.picture_set')
    return c.redirect(`/products/${productId}`, 303)
  })

  routes.post('/products/:id/picture/removal', signedInOnly, async (c) => {
    const productId = c.req.param('id')
    await setPicture(c.get('ctx'), { productId, fileId: null })
    sayNext(c, 'success', 'products:done.picture_removed')
    return c.redirect(`/products/${productId}`, 303)
  })

  routes.get('/pictures/:fileId', async (c) => {
    const { db } = c.get('ctx')
    const fileId = c.req.param('fileId')
    const shown = isId(fileId) ? await findProductOfPicture(db, fileId) : undefined
    const file = shown && (await findStoredFile(db, fileId))
    const width = Math.min(1920, Math.max(1, Number(c.req.query('w')) || 640))
    const picture = file && (await pictureOf(c.get('files'), file.sha256, width))
    if (!picture) throw new Refusal('not_found', 'files.unknown')
    return c.body(picture as Uint8Array<ArrayBuffer>, 200, {
      'content-type': 'image/webp',
      // The bytes behind an id never change.
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
  })

  return routes
}
