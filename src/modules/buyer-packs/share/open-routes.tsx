import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import type { Env } from '#platform/http/env.ts'
import { missLimit } from '#platform/http/miss-limit.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { answerPack, askedLocale } from '../answer-pack.ts'
import { ClosedSharePage } from '../views/closed-share-page.tsx'
import { SharedPackPage } from '../views/shared-pack-page.tsx'
import { noteOpening, type Opened, openShare } from './open-share.ts'

/** What a buyer opens who has a link and no account. */
export const openRoutes = new Hono<Env>()

/** Links are clicked, not typed: an office behind one address misses less than this. */
const limit = missLimit({ misses: 30, seconds: 600 })

/** No search engine keeps what was given to one buyer, and no cache shows it after it was closed. */
const keptNowhere: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  c.res.headers.set('x-robots-tag', 'noindex, nofollow, noarchive')
  c.res.headers.set('cache-control', 'private, no-store')
}
openRoutes.use('/chao-hang/*', keptNowhere)

openRoutes.get('/chao-hang/:code', async (c) => {
  const opened = await open(c)
  if (opened instanceof Response) return opened
  await noteOpening(c.get('ctx'), opened)
  return render(c, <SharedPackPage {...opened} />)
})

openRoutes.get('/chao-hang/:code/ho-so.zip', async (c) => {
  const opened = await open(c)
  return opened instanceof Response ? opened : answerPack(c, opened.today, askedLocale(c))
})

openRoutes.get('/chao-hang/:code/giay-to/:fileId', async (c) => {
  const opened = await open(c)
  if (opened instanceof Response) return opened
  const counting = opened.today.papers.filter(({ hasEnded }) => !hasEnded)
  const fileId = c.req.param('fileId')
  if (!counting.some(({ paper }) => paper.pages.some((page) => page.fileId === fileId)))
    throw new Refusal('not_found', 'buyer-packs.file_unknown')
  const { bytes, ...file } = await openStoredFile(c.get('ctx').db, c.get('files'), fileId)
  return c.body(new Uint8Array(bytes), 200, fileHeaders(file, 'inline'))
})

/** The pack behind the address, or the page that says why there is none. */
async function open(c: Context<Env>): Promise<Extract<Opened, { is: 'open' }> | Response> {
  const ctx = c.get('ctx')
  const address = c.get('address')
  if (limit.isClosedTo(address, ctx.now)) return render(c, <ClosedSharePage why="too_many" />, 429)
  const opened = await openShare(ctx, c.req.param('code') ?? '')
  if (opened.is === 'open') return opened
  if (opened.is === 'ended') return render(c, <ClosedSharePage why="ended" />, 410)
  limit.miss(address, ctx.now)
  return render(c, <ClosedSharePage why="unknown" />, 404)
}
