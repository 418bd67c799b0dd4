import { Hono } from 'hono'
import { lawRegime } from '#modules/regulation/index.ts'
import { asset } from '#platform/assets/assets.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { deskDataOf } from '../desk/desk-of.ts'
import { progressOf } from '../session-view.ts'
import { readTakeAlong } from './read-take-along.ts'
import en from './text/en.json' with { type: 'json' }
import vi from './text/vi.json' with { type: 'json' }
import { TakeAlongPage } from './views/take-along-page.tsx'
import './text.ts'

/** The session taken along to a room without a line, and the worker that shows it there. */
export const takeAlongRoutes = new Hono<Env>()

const worker = '/sessions/worker.js'

// Under one address for ever, so that a browser keeps one worker for /sessions/; push messages have theirs at /notices/.
takeAlongRoutes.get(worker, (c) => {
  c.header('content-type', 'text/javascript; charset=utf-8')
  c.header('cache-control', 'no-cache')
  return c.body(`importScripts('${asset('show-taken-along.js')}')\n`)
})

takeAlongRoutes.get('/sessions/:id/desk', async (c) => {
  const { room, personId, sheets } = await readTakeAlong(c.get('ctx'), c.req.param('id'))
  const { t, locale } = c.get('view')
  const { id, name, status } = room.session
  const desks = sheets.map((reading) => {
    const { bands } = lawRegime(reading.dossier.regimeId)
    const { key, urls, evidence } = deskDataOf(reading, { bands, locale, t, icons: {} })
    return {
      sheet: urls.sheet,
      title: `${reading.room.item.position}. ${reading.label.product}`,
      key,
      isHandedIn: Boolean(reading.sheet?.handedInAt),
      papers: evidence.map(({ href }) => href),
    }
  })
  const data = {
    ...{ personId, sessionId: id, page: `/sessions/${id}/desk`, worker, isClosed: status === 'closed' },
    ...{ sheets: desks, words: (locale === 'en' ? en : vi).words },
  }
  const own = sheets.map(({ sheet }) => progressOf(sheet, false))
  return render(c, <TakeAlongPage session={{ id, name }} data={data} own={own} />)
})
