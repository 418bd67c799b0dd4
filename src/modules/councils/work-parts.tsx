import type { Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkFigure, WorkLine, WorkPart } from '#platform/ui/index.ts'
import { declarationWork } from './conflicts/declaration-work.ts'
import type { CouncilTables } from './council-tables.ts'
import { signingWork } from './documents/signing-work.ts'
import { type MyDossier, type MySession, readMyScoring } from './read-my-scoring.ts'
import { countToScore } from './score-sheet-store.ts'
import { sessionWork } from './session-work.ts'
import './text.ts'

const shown = 6
const seats = ['chair', 'secretary', 'member']
const advisers = ['advisory', 'consultant']

/** What a member has to score, and the sessions that chair and secretary run. */
export async function councilWork(ctx: Ctx<CouncilTables>, t: Translate): Promise<WorkPart[]> {
  if (!sits(ctx)) return []
  const declarations = await declarationWork(ctx, t)
  if (!scoresOrRuns(ctx)) return declarations ? [declarations] : []
  const [mine, run, signing] = await Promise.all([
    readMyScoring(ctx),
    sessionWork(ctx, t),
    signingWork(ctx, t),
  ])
  return [declarations, scoring(mine, t), run, signing].filter((part) => part !== null)
}

/** How many sheets wait behind "my scoring". */
export async function countCouncilWork(ctx: Ctx<CouncilTables>): Promise<Record<string, number>> {
  return scoresOrRuns(ctx) ? { '/my-scoring': await countToScore(ctx.db, ctx.actor.id ?? '') } : {}
}

function sits(ctx: Ctx<CouncilTables>): boolean {
  return scoresOrRuns(ctx) || ctx.actor.holdings.some(({ role }) => advisers.includes(role))
}

function scoresOrRuns({ actor }: Ctx<CouncilTables>): boolean {
  return actor.holdings.some(({ role }) => seats.includes(role))
}

interface Place {
  session: MySession['session']
  dossier: MyDossier
}

/** Null for who sits but does not score. */
function scoring(mine: readonly MySession[], t: Translate): WorkPart | null {
  if (mine.length === 0) return null
  const all = mine
    .filter(({ session }) => session.status === 'open')
    .flatMap(({ session, dossiers }) => dossiers.map((dossier) => ({ session, dossier })))
  const waiting = all.filter(
    ({ dossier: { own, item } }) => item.status === 'scoring' && (own === 'to_score' || own === 'begun'),
  )
  const planned = mine.filter(({ session }) => session.status === 'planned')
  return {
    key: 'scoring',
    title: t('councils:work.scoring.title'),
    urgent: waiting.length > 0,
    figures: all.length > 0 ? figuresOf(all, waiting.length, t) : [],
    lines: [
      ...waiting.slice(0, shown).map((place) => scoringLine(place, t)),
      ...planned.slice(0, shown).map(({ session }) => plannedLine(session, t)),
    ],
    empty: t('councils:work.scoring.empty'),
    all: { href: '/my-scoring', label: t('councils:work.scoring.all') },
  }
}

function figuresOf(all: readonly Place[], left: number, t: Translate): WorkFigure[] {
  const count = (wanted: MyDossier['own']) => all.filter(({ dossier }) => dossier.own === wanted).length
  const figures = { left, done: count('handed_in'), recused: count('recused') }
  return Object.entries(figures).map(([name, count]) => ({
    label: t(`councils:work.scoring.${name}`),
    count,
    href: '/my-scoring',
    late: name === 'left',
  }))
}

function scoringLine(
  { session, dossier: { item, label, own, answered, criteria } }: Place,
  t: Translate,
): WorkLine {
  const href = `/sessions/${session.id}/dossiers/${item.dossierId}/sheet`
  return {
    href,
    title: `${item.position}. ${label?.product ?? ''}`,
    note: [label?.producer, t('councils:mine.answered', { answered, criteria })].filter(Boolean).join(' · '),
    action: {
      href,
      label: t(own === 'begun' ? 'councils:work.scoring.go_on' : 'councils:mine.score'),
      primary: true,
    },
    isDemo: label?.isDemo ?? false,
  }
}

function plannedLine({ id, name, heldOn, place }: MySession['session'], t: Translate): WorkLine {
  return {
    href: `/sessions/${id}`,
    title: name,
    note: [t('councils:work.sessions.planned'), showDay(heldOn), place].join(' · '),
  }
}
