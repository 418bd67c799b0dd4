import { namesOf } from '#modules/people/index.ts'
import { type CriteriaSet, getCriteriaSet } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from './council-tables.ts'
import { roundsOpenTo } from './discussion/rounds-open-to.ts'
import { type DossierLabel, labelDossiers } from './dossier-labels.ts'
import { listPaperSheets } from './paper-sheets/paper-sheet-store.ts'
import { type FromPaper, fromPaper } from './paper-sheets/paper-words.ts'
import { type Comparison, comparisonOf, countedMembers } from './read-dossier-room.ts'
import { type CouncilResult, type KnockOut, listKnockOuts, listResults } from './result-store.ts'
import { listSheets, type ScoreSheet } from './score-sheet-store.ts'
import { askToBeImpartial, type DossierRoom, enterDossier } from './session-room.ts'
import { listRounds, type ScoringRound } from './session-store.ts'

export interface ResultReading {
  room: DossierRoom
  label: DossierLabel
  set: CriteriaSet
  result: CouncilResult
  /** The sheets handed in, of every round. */
  sheets: ScoreSheet[]
  /** The same side by side, the round of the result first. */
  comparisons: Comparison[]
  rounds: ScoringRound[]
  knockOuts: KnockOut[]
  names: Map<string, string>
  /** The sheets that came from paper. */
  papers: FromPaper[]
}

/** What the council decided on the dossier, with every sheet, once it is closed; not for somebody recused. */
export async function readResult(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; dossierId: string },
): Promise<ResultReading> {
  const room = await enterDossier(ctx, at)
  askToBeImpartial(room)
  const { sessionId, dossierId } = at
  const mine = <Row extends { dossierId: string }>(rows: Row[]) =>
    rows.filter((row) => row.dossierId === dossierId)
  const [result] = mine(await listResults(ctx.db, sessionId))
  const label = (await labelDossiers(ctx.db, [dossierId])).get(dossierId)
  const all = await listSheets(ctx.db, at)
  if (!result || !label || !(await roundsOpenTo(ctx, room, all)).includes(room.item.round))
    throw new Refusal('not_found', 'councils.no_result_yet')
  const { set } = await getCriteriaSet(ctx.db, result.criteriaSetId)
  const sheets = all.filter(({ handedInAt }) => handedInAt !== null)
  const counted = countedMembers(result.inputs)
  const comparisons = Array.from({ length: result.round }, (_, index) => {
    const round = result.round - index
    return comparisonOf(set, sheets, round, round === result.round ? counted : [])
  })
  const names = await namesOf(
    ctx.db,
    room.council.seats.map(({ personId }) => personId),
  )
  return {
    room,
    label,
    set,
    result,
    sheets,
    comparisons: comparisons.filter(({ members }) => members.length > 0),
    rounds: mine(await listRounds(ctx.db, sessionId)),
    knockOuts: mine(await listKnockOuts(ctx.db, sessionId)),
    names,
    papers: fromPaper(mine(await listPaperSheets(ctx.db, sessionId)), names),
  }
}
