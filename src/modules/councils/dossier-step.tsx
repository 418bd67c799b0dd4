import type { Context } from 'hono'
import { findSiteCheck } from '#modules/dossiers/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { listOpinions } from './opinions/opinion-store.ts'
import { keepsMinutes, leads } from './positions.ts'
import { readDossierRoom } from './read-dossier-room.ts'
import { textOf } from './typed-council.ts'
import { DossierRoomPage, type ReturnedReason } from './views/dossier-room-page.tsx'
import './text.ts'

/** Where the pages and steps of a dossier on an agenda lie. */
export const dossierPath = '/sessions/:sessionId/dossiers/:dossierId'
export type AtDossier = Context<Env, typeof dossierPath>

/** The form that was sent about the dossier, with the reason in it. */
export async function readForm(c: AtDossier) {
  const form = await c.req.formData()
  return { at: atOf(c), form, reason: textOf(form, 'reason') }
}

/** Which dossier of which session the address names. */
export function atOf(c: AtDossier): { sessionId: string; dossierId: string } {
  return { sessionId: c.req.param('sessionId'), dossierId: c.req.param('dossierId') }
}

/** The room of the dossier; with the form that came back, where a step was refused. */
export async function showRoom(
  c: AtDossier,
  returned?: ReturnedReason,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { room, line, set, names, earlier, hasAppraisal } = await readDossierRoom(c.get('ctx'), atOf(c))
  const siteCheck = await findSiteCheck(c.get('ctx').db, atOf(c).dossierId)
  const { id, name } = room.session
  const seats = room.council.seats.filter(({ leftOn }) => leftOn === null)
  const may = { leads: leads(room.seat), runs: keepsMinutes(room.seat) }
  const props = {
    session: { id, name },
    line,
    set,
    names,
    seats,
    seat: room.seat,
    earlier,
    returned,
    siteCheck,
    hasAppraisal,
    opinions: await listOpinions(c.get('ctx').db, atOf(c)),
    ...may,
  }
  return render(c, <DossierRoomPage {...props} limit={room.council.rules.maxDeviation} />, status)
}

export interface Step {
  /** The form that comes back when the step is refused, with what was typed. */
  form: string
  typed: string
  /** The sentence when it is done: of the councils' text, or of the namespace that it names. */
  done: string
  /** Where it leads beneath the dossier. */
  to?: string
  /** The dossier is no longer open to whoever took the step. */
  leave?: boolean
}

/** Takes a step with the dossier: back to its room in words, or the form again with what was typed. */
export async function takeDossierStep(
  c: AtDossier,
  work: () => Promise<unknown>,
  { form, typed, done, to = '', leave }: Step,
) {
  try {
    await work()
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['invalid', 'conflict'].includes(thrown.kind)) throw thrown
    const message = refusalWords(thrown, c.get('view').t)
    return showRoom(c, { form, typed, message }, thrown.kind === 'conflict' ? 409 : 422)
  }
  sayNext(c, 'success', done.includes(':') ? done : `councils:done.${done}`)
  const { sessionId, dossierId } = atOf(c)
  return c.redirect(
    leave ? `/sessions/${sessionId}` : `/sessions/${sessionId}/dossiers/${dossierId}${to}`,
    303,
  )
}
