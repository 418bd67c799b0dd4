import type { Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine, WorkPart } from '#platform/ui/index.ts'
import { findCouncil, listCouncils } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { keepsMinutes, seatOf } from './positions.ts'
import { type MyDossier, type MySession, readMyScoring } from './read-my-scoring.ts'
import { countToScore } from './score-sheet-store.ts'
import { listSessions } from './session-store.ts'
import './text.ts'

const shown = 6
const seats = ['chair', 'secretary', 'member']

/** What a member has to score, and the sessions that chair and secretary run. */
export async function councilWork(ctx: Ctx<CouncilTables>, t: Translate): Promise<WorkPart[]> {
  if (!sits(ctx)) return []
  const parts = [scoring(await readMyScoring(ctx), t), await sessions(ctx, t)]
  return parts.filter((part) => part !== null)
}

/** How many sheets wait behind "my scoring". */
export async function countCouncilWork(ctx: Ctx<CouncilTables>): Promise<Record<string, number>> {
  return sits(ctx) ? { '/my-scoring': await countToScore(ctx.db, ctx.actor.id ?? '') } : {}
}

function sits({ actor }: Ctx<CouncilTables>): boolean {
  return actor.holdings.some(({ role }) => seats.includes(role))
}

interface Place {
  session: MySession['session']
  dossier: MyDossier
}

function toScore(mine: readonly MySession[]): Place[] {
  return mine
    .filter(({ session }) => session.status === 'open')
    .flatMap(({ session, dossiers }) => dossiers.map((dossier) => ({ session, dossier })))
    .filter(
      ({ dossier: { own, item } }) => item.status === 'scoring' && (own === 'to_score' || own === 'begun'),
    )
}

/** Null for who sits but does not score. */
function scoring(mine: readonly MySession[], t: Translate): WorkPart | null {
  if (mine.length === 0) return null
  const places = toScore(mine)
  const all = mine.filter(({ session }) => session.status === 'open').flatMap(({ dossiers }) => dossiers)
  const count = (wanted: MyDossier['own']) => all.filter(({ own }) => own === wanted).length
  return {
    key: 'scoring',
    title: t('councils:work.scoring.title'),
    lead: t('councils:work.scoring.lead', {
      done: count('handed_in'),
      left: places.length,
      recused: count('recused'),
    }),
    urgent: places.length > 0,
    lines: places.slice(0, shown).map((place) => scoringLine(place, t)),
    empty: t('councils:work.scoring.empty'),
    all: { href: '/my-scoring', label: t('councils:work.scoring.all') },
  }
}

function scoringLine(
  { session, dossier: { item, label, answered, criteria } }: Place,
  t: Translate,
): WorkLine {
  return {
    href: `/sessions/${session.id}/dossiers/${item.dossierId}/sheet`,
    title: `${item.position}. ${label?.product ?? ''}`,
    note: [label?.producer, t('councils:mine.answered', { answered, criteria })].filter(Boolean).join(' · '),
    action: t('councils:mine.score'),
    isDemo: label?.isDemo ?? false,
  }
}

/** The sessions that the actor runs and that are not closed. Null for who runs none. */
async function sessions({ db, actor }: Ctx<CouncilTables>, t: Translate): Promise<WorkPart | null> {
  const councils = await listCouncils(db, { unitPaths: [], personId: actor.id })
  const seated = await Promise.all(councils.map(({ id }) => findCouncil(db, id)))
  const run = seated.filter((one) => one !== undefined && keepsMinutes(seatOf(one.seats, actor.id)))
  if (run.length === 0) return null
  const open = (
    await listSessions(
      db,
      run.flatMap((one) => one?.id ?? []),
    )
  ).filter(({ status }) => status !== 'closed')
  return {
    key: 'sessions',
    title: t('councils:work.sessions.title'),
    urgent: open.some(({ status }) => status === 'open'),
    lines: open.slice(0, shown).map(({ id, name, heldOn, place, status }) => ({
      href: `/sessions/${id}`,
      title: name,
      note: [t(`councils:work.sessions.${status}`), showDay(heldOn), place].join(' · '),
      action: t('councils:work.sessions.enter'),
    })),
    empty: t('councils:work.sessions.empty'),
    all: { href: '/councils', label: t('councils:work.sessions.all') },
  }
}
