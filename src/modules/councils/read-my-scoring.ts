import { criteriaOf, getCriteriaSet } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { findCouncil, listCouncils } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { type DossierLabel, labelDossiers } from './dossier-labels.ts'
import { listPaperSheets } from './paper-sheets/paper-sheet-store.ts'
import { seatOf } from './positions.ts'
import { listOwnMarks } from './score-sheet-store.ts'
import { listStages } from './screen/stage-store.ts'
import { type AgendaItem, listAgenda, listRecusals, listSessions, type Session } from './session-store.ts'
import { type OwnProgress, progressOf } from './session-view.ts'

export interface MyDossier {
  item: AgendaItem
  label: DossierLabel | undefined
  own: OwnProgress
  /** How many criteria are answered, of how many. */
  answered: number
  criteria: number
  /** What the member's own sheet came to, once handed in. */
  total: number | null
  /** The code of the member's paper sheet that somebody typed in and that waits for a second person. */
  paperCode: string | null
}

export interface MySession {
  session: Session
  councilName: string
  dossiers: MyDossier[]
  /** The product that the room is looking at, where the member scores it. */
  called: MyDossier | null
}

/** The sessions in which the actor scores, the next first, closed ones last, with the actor's own progress. */
export async function readMyScoring(ctx: Ctx<CouncilTables>): Promise<MySession[]> {
  const councils = await listCouncils(ctx.db, { unitPaths: [], personId: ctx.actor.id })
  const sessions = await listSessions(
    ctx.db,
    councils.map(({ id }) => id),
  )
  const stages = await listStages(
    ctx.db,
    sessions.map(({ id }) => id),
  )
  const mine: MySession[] = []
  for (const session of sessions.sort(byStanding)) {
    const council = await findCouncil(ctx.db, session.councilId)
    const seat = council && seatOf(council.seats, ctx.actor.id)
    if (!council || !seat?.scores) continue
    const dossiers = await myDossiers(ctx, session)
    const stage = stages.find(({ sessionId }) => sessionId === session.id)
    const called = dossiers.find(({ item, own }) => item.dossierId === stage?.dossierId && own !== 'recused')
    const shown = session.status === 'open' && called ? called : null
    mine.push({ session, councilName: council.name, dossiers, called: shown })
  }
  return mine
}

const standing = { open: 0, planned: 1, closed: 2 }

function byStanding(a: Session, b: Session): number {
  if (a.status !== b.status) return standing[a.status] - standing[b.status]
  const order = a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0
  return a.status === 'closed' ? -order : order
}

async function myDossiers(ctx: Ctx<CouncilTables>, session: Session): Promise<MyDossier[]> {
  const agenda = (await listAgenda(ctx.db, session.id)).filter(({ status }) => status !== 'released')
  const labels = await labelDossiers(
    ctx.db,
    agenda.map(({ dossierId }) => dossierId),
  )
  const recusals = (await listRecusals(ctx.db, session.id)).filter(
    ({ personId }) => personId === ctx.actor.id,
  )
  const recused = new Set(recusals.map(({ dossierId }) => dossierId))
  const sheets = await listOwnMarks(ctx.db, { sessionId: session.id, memberId: ctx.actor.id ?? '' })
  const own = new Map(sheets.map((sheet) => [`${sheet.dossierId} ${sheet.round}`, sheet]))
  const papers = (await listPaperSheets(ctx.db, session.id)).filter(
    ({ memberId, typedAt, countersignedAt }) => memberId === ctx.actor.id && typedAt && !countersignedAt,
  )
  const criteria = await criteriaCounts(ctx, [...labels.values()])
  return agenda.map((item) => {
    const sheet = own.get(`${item.dossierId} ${item.round}`)
    const label = labels.get(item.dossierId)
    return {
      item,
      label,
      own: progressOf(sheet, recused.has(item.dossierId)),
      answered: sheet?.answered ?? 0,
      criteria: criteria.get(label?.criteriaSetId ?? '') ?? 0,
      total: sheet?.total ?? null,
      paperCode: sheet?.handedInAt ? null : (papers.find(isOf(item))?.code ?? null),
    }
  })
}

/** How many criteria the sets have that these dossiers are judged by: several hundred dossiers, a few sets. */
async function criteriaCounts(
  ctx: Ctx<CouncilTables>,
  labels: readonly DossierLabel[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const id of new Set(labels.map(({ criteriaSetId }) => criteriaSetId))) {
    const { set } = await getCriteriaSet(ctx.db, id)
    counts.set(id, criteriaOf(set).length)
  }
  return counts
}

function isOf({ dossierId, round }: AgendaItem) {
  return (paper: { dossierId: string; round: number }) =>
    paper.dossierId === dossierId && paper.round === round
}
