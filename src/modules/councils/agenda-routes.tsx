import { type Context, Hono } from 'hono'
import { findSiteCheck } from '#modules/dossiers/index.ts'
import { scoreOf, standingsOf } from '#modules/regulation/index.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { closeDossier } from './close-dossier.ts'
import { validSheets } from './council-round.ts'
import { decideKnockOut } from './decide-knock-out.ts'
import { openNewRound } from './open-new-round.ts'
import { keepsMinutes, leads } from './positions.ts'
import { proposeKnockOut } from './propose-knock-out.ts'
import { readDossierRoom } from './read-dossier-room.ts'
import { readResult } from './read-result.ts'
import { recuse } from './recuse.ts'
import { releaseDossier } from './release-dossier.ts'
import { textOf } from './typed-council.ts'
import { DossierRoomPage, type ReturnedReason } from './views/dossier-room-page.tsx'
import { ResultPage } from './views/result-page.tsx'
import './text.ts'

/** A dossier on the agenda: who has handed in, the steps of those who run the session, and its result. */
export const agendaRoutes = new Hono<Env>()

const dossier = '/sessions/:sessionId/dossiers/:dossierId'
type AtDossier = Context<Env, typeof dossier>

agendaRoutes.get(dossier, async (c) => showRoom(c))

agendaRoutes.post(`${dossier}/closing`, async (c) => {
  const { at, reason } = await read(c)
  const close = () => closeDossier(c.get('ctx'), { ...at, reason })
  return step(c, close, { form: 'closing', typed: reason, done: 'closed_dossier', to: '/result' })
})

agendaRoutes.post(`${dossier}/rounds`, async (c) => {
  const { at, reason } = await read(c)
  const open = () => openNewRound(c.get('ctx'), { ...at, reason })
  return step(c, open, { form: 'rounds', typed: reason, done: 'round' })
})

agendaRoutes.post(`${dossier}/release`, async (c) => {
  const { at, reason } = await read(c)
  const release = () => releaseDossier(c.get('ctx'), { ...at, reason })
  return step(c, release, { form: 'release', typed: reason, done: 'released' })
})

agendaRoutes.post(`${dossier}/recusals`, async (c) => {
  const { at, reason, form } = await read(c)
  const personId = textOf(form, 'personId')
  const own = personId === c.get('ctx').actor.id
  const declare = () => recuse(c.get('ctx'), { ...at, personId, reason })
  return step(c, declare, {
    form: 'recusals',
    typed: reason,
    done: 'recused',
    ...(own ? { leave: true } : {}),
  })
})

agendaRoutes.post(`${dossier}/knock-outs`, async (c) => {
  const { at, reason, form } = await read(c)
  const propose = () => proposeKnockOut(c.get('ctx'), { ...at, key: textOf(form, 'key'), reason })
  return step(c, propose, { form: 'knock-outs', typed: reason, done: 'knock_out_proposed' })
})

agendaRoutes.post(`${dossier}/knock-outs/:knockOutId/decision`, async (c) => {
  const { at, reason, form } = await read(c)
  const established = textOf(form, 'decision') === 'established'
  const knockOutId = c.req.param('knockOutId')
  const decide = () => decideKnockOut(c.get('ctx'), { ...at, knockOutId, established, reason })
  return step(c, decide, {
    form: 'decision',
    typed: reason,
    done: established ? 'rejected' : 'knock_out_dismissed',
  })
})

agendaRoutes.get(`${dossier}/result`, async (c) => {
  const { room, label, set, result, comparisons, names, rounds } = await readResult(c.get('ctx'), atOf(c))
  const counted = validSheets(result.inputs.sheets, result.inputs).map(({ answers }) => scoreOf(answers, set))
  const marks = set.marks === 'none' ? [] : standingsOf(set, counted, result.inputs.rules.markRule)
  const { id, name } = room.session
  return render(
    c,
    <ResultPage session={{ id, name }} {...{ label, result, set, marks, comparisons, names, rounds }} />,
  )
})

async function read(c: AtDossier) {
  const form = await c.req.formData()
  return { at: atOf(c), form, reason: textOf(form, 'reason') }
}

function atOf(c: AtDossier): { sessionId: string; dossierId: string } {
  return { sessionId: c.req.param('sessionId'), dossierId: c.req.param('dossierId') }
}

async function showRoom(
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
    ...may,
  }
  return render(c, <DossierRoomPage {...props} limit={room.council.rules.maxDeviation} />, status)
}

interface Step {
  /** The form that comes back when the step is refused, with what was typed. */
  form: string
  typed: string
  /** The sentence when it is done. */
  done: string
  /** Where it leads beneath the dossier. */
  to?: string
  /** The dossier is no longer open to whoever took the step. */
  leave?: boolean
}

async function step(c: AtDossier, work: () => Promise<unknown>, { form, typed, done, to = '', leave }: Step) {
  try {
    await work()
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['invalid', 'conflict'].includes(thrown.kind)) throw thrown
    const message = c.get('view').t(thrown.code.replace('.', ':refusal.'), thrown.facts)
    return showRoom(c, { form, typed, message }, thrown.kind === 'conflict' ? 409 : 422)
  }
  sayNext(c, 'success', `councils:done.${done}`)
  const { sessionId, dossierId } = atOf(c)
  return c.redirect(
    leave ? `/sessions/${sessionId}` : `/sessions/${sessionId}/dossiers/${dossierId}${to}`,
    303,
  )
}
