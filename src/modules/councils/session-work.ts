import type { Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine, WorkPart } from '#platform/ui/index.ts'
import { findCouncil, listCouncils, type SeatedCouncil } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { keepsMinutes, seatOf } from './positions.ts'
import { gatherAgenda } from './session-record.ts'
import { listAgenda, listSessions, type Session } from './session-store.ts'
import { agendaFor } from './session-view.ts'

type WorkCtx = Ctx<CouncilTables>

const shown = 6
const standing = { open: 0, planned: 1, closed: 2 }

/** The sessions that the actor runs and that are not closed, the open ones first. Null for who runs none. */
export async function sessionWork(ctx: WorkCtx, t: Translate): Promise<WorkPart | null> {
  const { db, actor } = ctx
  const councils = await listCouncils(db, { unitPaths: [], personId: actor.id })
  const seated = await Promise.all(councils.map(({ id }) => findCouncil(db, id)))
  const run = seated.filter((one) => one !== undefined && keepsMinutes(seatOf(one.seats, actor.id)))
  if (run.length === 0) return null
  const byId = new Map(run.flatMap((one) => (one ? [[one.id, one] as const] : [])))
  const sessions = (await listSessions(db, [...byId.keys()]))
    .filter(({ status }) => status !== 'closed')
    .sort((a, b) => standing[a.status] - standing[b.status] || a.heldOn.localeCompare(b.heldOn))
    .slice(0, shown)
  const lines = sessions.map((session) => lineOf(ctx, { session, council: byId.get(session.councilId) }, t))
  return {
    key: 'sessions',
    title: t('councils:work.sessions.title'),
    urgent: sessions.some(({ status }) => status === 'open'),
    lines: await Promise.all(lines),
    empty: t('councils:work.sessions.empty'),
    all: { href: '/councils', label: t('councils:work.sessions.all') },
  }
}

async function lineOf(
  ctx: WorkCtx,
  { session, council }: { session: Session; council: SeatedCouncil | undefined },
  t: Translate,
): Promise<WorkLine> {
  const { id, name, heldOn, place, status } = session
  const href = `/sessions/${id}`
  const sheets = status === 'open' && council ? await sheetsOf(ctx, { session, council }, t) : undefined
  return {
    href,
    title: name,
    note: [t(`councils:work.sessions.${status}`), showDay(heldOn), place].join(' · '),
    hint: sheets ? { text: sheets, href } : undefined,
    action: { href, label: t('councils:work.sessions.enter'), primary: status === 'open' },
  }
}

/**
 * How many sheets of the rounds that are being scored are in, and whose are awaited: never what they say. A dossier that
 * the reader is recused from is left out.
 */
async function sheetsOf(
  ctx: WorkCtx,
  room: { session: Session; council: SeatedCouncil },
  t: Translate,
): Promise<string | undefined> {
  const seat = seatOf(room.council.seats, ctx.actor.id)
  const scoring = (await listAgenda(ctx.db, room.session.id)).filter(({ status }) => status === 'scoring')
  const kept = await gatherAgenda(ctx, { ...room, seat }, scoring)
  const rounds = agendaFor(kept, ctx.actor.id).flatMap(({ item, standing }) =>
    item.status === 'scoring' && standing ? [standing] : [],
  )
  if (rounds.length === 0) return undefined
  const handedIn = rounds.reduce((sum, round) => sum + round.handedIn.length, 0)
  const awaited = rounds.flatMap((round) => round.awaited)
  if (awaited.length === 0) return t('councils:work.sessions.all_in', { handedIn })
  const names = [...new Set(awaited)].map((personId) => {
    const count = awaited.filter((one) => one === personId).length
    return `${kept.names.get(personId) ?? ''} (${count})`
  })
  return t('councils:work.sessions.sheets', {
    handedIn,
    all: handedIn + awaited.length,
    names: names.join(', '),
  })
}
