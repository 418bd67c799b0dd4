import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { fileHeaders } from '#platform/files/file-headers.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { checkIn } from './attendance/check-in.ts'
import { closeSession } from './close-session.ts'
import { drawMinutes } from './draw-minutes.ts'
import { noteAttendance } from './note-attendance.ts'
import { openSession } from './open-session.ts'
import { keepsMinutes, leads, mayPrepare } from './positions.ts'
import { readMyScoring } from './read-my-scoring.ts'
import { readSession } from './read-session.ts'
import { askToBeSomebody } from './session-room.ts'
import { textOf } from './typed-council.ts'
import { MyScoringPage } from './views/my-scoring-page.tsx'
import { SessionPage } from './views/session-page.tsx'
import './text.ts'

/** The session room, and the member's own list. */
export const sessionRoutes = new Hono<Env>()

sessionRoutes.get('/my-scoring', async (c) => {
  const ctx = c.get('ctx')
  askToBeSomebody(ctx.actor)
  return render(c, <MyScoringPage sessions={await readMyScoring(ctx)} />)
})

sessionRoutes.get('/sessions', (c) => {
  askToBeSomebody(c.get('ctx').actor)
  return c.redirect('/councils', 302)
})

sessionRoutes.get('/sessions/:id', async (c) => showSession(c))

sessionRoutes.post('/sessions/:id/opening', async (c) => {
  const sessionId = c.req.param('id')
  return takeSessionStep(c, () => openSession(c.get('ctx'), { sessionId }), 'councils:done.opened')
})

sessionRoutes.post('/sessions/:id/attendance', async (c) => {
  const sessionId = c.req.param('id')
  const present = (await c.req.formData()).getAll('present').map(String)
  return takeSessionStep(
    c,
    () => noteAttendance(c.get('ctx'), { sessionId, present }),
    'councils:done.attendance',
  )
})

sessionRoutes.post('/sessions/:id/check-in', async (c) => {
  const sessionId = c.req.param('id')
  const here = textOf(await c.req.formData(), 'here') !== 'no'
  const come = () => checkIn(c.get('ctx'), { sessionId, here })
  return takeSessionStep(c, come, here ? 'attendance:done.here' : 'attendance:done.left')
})

sessionRoutes.post('/sessions/:id/closing', async (c) => {
  const sessionId = c.req.param('id')
  const minutesNumber = textOf(await c.req.formData(), 'minutesNumber')
  const close = () => closeSession(c.get('ctx'), { sessionId, minutesNumber })
  return takeSessionStep(c, close, 'councils:done.closed', minutesNumber)
})

sessionRoutes.get('/sessions/:id/minutes.pdf', async (c) => {
  const ctx = c.get('ctx')
  const sessionId = c.req.param('id')
  const drawing = { files: c.get('files'), signingKey: c.get('signingKey') }
  const file = await drawMinutes(ctx, { sessionId, ...drawing })
  return c.body(Uint8Array.from(file.bytes), 200, fileHeaders(file, 'inline'))
})

const Asked = z.object({
  status: z.enum(['waiting', 'scoring', 'discussing', 'closed', 'released']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
})

/** Which part of the agenda an address asks for; what it cannot mean is as if not asked. */
function agendaAsked(query: Record<string, string>): z.infer<typeof Asked> {
  return Asked.parse(query)
}

interface Returned {
  message?: string
  minutesNumber?: string
}

async function showSession(
  c: Context<Env, '/sessions/:id'>,
  returned: Returned = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const asked = agendaAsked(c.req.query())
  const reading = await readSession(c.get('ctx'), c.req.param('id'), asked)
  const { room, stage, inRoom, attended, names, agenda, undeclared, counts, page, pages } = reading
  const members = room.council.seats
    .filter(({ leftOn }) => leftOn === null)
    .map((seat) => ({
      ...seat,
      name: names.get(seat.personId) ?? seat.personId,
      present: inRoom.includes(seat.personId),
      leftAt: attended.find(({ personId }) => personId === seat.personId)?.leftAt ?? null,
    }))
  const { id, name, isDemo } = room.council
  const arranges = keepsMinutes(room.seat) || mayPrepare(c.get('ctx').actor, room.council.unitPath)
  const declaration = room.seat && { undeclared }
  const standing = {
    seat: room.seat,
    runs: keepsMinutes(room.seat),
    leads: leads(room.seat),
    stage,
    arranges,
  }
  const shown = { agenda, counts, page, pages, status: asked.status }
  const props = { session: room.session, council: { id, name, isDemo }, members, declaration, ...shown }
  return render(c, <SessionPage {...props} {...standing} {...returned} />, status)
}

/** Takes a step with the session: back to its room in words, or the room again with what is refused. */
export async function takeSessionStep(
  c: Context<Env, '/sessions/:id'>,
  work: () => Promise<unknown>,
  done: string,
  minutesNumber = '',
): Promise<Response> {
  try {
    await work()
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['invalid', 'conflict'].includes(thrown.kind)) throw thrown
    const message = refusalWords(thrown, c.get('view').t)
    return showSession(c, { message, minutesNumber }, thrown.kind === 'conflict' ? 409 : 422)
  }
  sayNext(c, 'success', done)
  return c.redirect(`/sessions/${c.req.param('id')}`, 303)
}
