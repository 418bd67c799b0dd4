import { criteriaOf } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { findCouncil, listCouncils } from './council-store.ts'
import type { CouncilTables } from './council-tables.ts'
import { type DossierLabel, labelDossiers } from './dossier-labels.ts'
import { criteriaSetOf } from './own-sheet.ts'
import { listPaperSheets } from './paper-sheets/paper-sheet-store.ts'
import { seatOf } from './positions.ts'
import { listSheets } from './score-sheet-store.ts'
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
}

/** The sessions in which the actor scores, the next first, closed ones last, with the actor's own progress. */
export async function readMyScoring(ctx: Ctx<CouncilTables>): Promise<MySession[]> {
  const councils = await listCouncils(ctx.db, { unitPaths: [], personId: ctx.actor.id })
  const sessions = await listSessions(
    ctx.db,
    councils.map(({ id }) => id),
  )
  const mine: MySession[] = []
  for (const session of sessions.sort(byStanding)) {
    const council = await findCouncil(ctx.db, session.councilId)
    const seat = council && seatOf(council.seats, ctx.actor.id)
    if (!council || !seat?.scores) continue
    mine.push({ session, councilName: council.name, dossiers: await myDossiers(ctx, session) })
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
  const sheets = (await listSheets(ctx.db, { sessionId: session.id })).filter(
    ({ memberId }) => memberId === ctx.actor.id,
  )
  const papers = (await listPaperSheets(ctx.db, session.id)).filter(
    ({ memberId, typedAt, countersignedAt }) => memberId === ctx.actor.id && typedAt && !countersignedAt,
  )
  const lines: MyDossier[] = []
  for (const item of agenda) {
    const { set } = await criteriaSetOf(ctx, item.dossierId)
    const sheet = sheets.find(({ dossierId, round }) => dossierId === item.dossierId && round === item.round)
    lines.push({
      item,
      label: labels.get(item.dossierId),
      own: progressOf(sheet, recused.has(item.dossierId)),
      answered: Object.keys(sheet?.answers ?? {}).length,
      criteria: criteriaOf(set).length,
      total: sheet?.total ?? null,
      paperCode: sheet?.handedInAt ? null : (papers.find(isOf(item))?.code ?? null),
    })
  }
  return lines
}

function isOf({ dossierId, round }: AgendaItem) {
  return (paper: { dossierId: string; round: number }) =>
    paper.dossierId === dossierId && paper.round === round
}
