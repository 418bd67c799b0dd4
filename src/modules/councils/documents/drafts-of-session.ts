import { type CriteriaSet, scoreOf } from '#modules/regulation/index.ts'
import type { Position } from '../positions.ts'
import type { CouncilResult } from '../result-store.ts'
import type { Minutes, SessionRecord } from '../session-minutes.ts'
import { consolidatedPaper } from './consolidated-paper.ts'
import { minutesDocument } from './minutes-document.ts'
import type { DocumentDraft, Signer } from './session-document.ts'
import { sheetPaper } from './sheet-paper.ts'
import { summaryPaper } from './summary-paper.ts'

/** What the documents of a closed session are written from. */
export interface ClosedSession {
  kept: SessionRecord
  minutes: Minutes
  /** The criteria sets of its results, by id. */
  sets: ReadonlyMap<string, CriteriaSet>
  /** The authority above the council, as heads of papers name it. */
  issuer: string
}

/**
 * Every document of a closed session: minutes, summary of results, for each product its consolidated sheet, and each
 * member's sheet of each round. Chair and secretary sign the first three; a sheet was signed by handing it in.
 */
export function draftsOfSession(closed: ClosedSession): DocumentDraft[] {
  const { minutes } = closed
  const signers = signersOf(closed)
  const nobody = { dossierId: null, memberId: null, round: null }
  return [
    { ...nobody, kind: 'minutes', name: 'bien-ban', paper: minutesDocument(closed), signers },
    { ...nobody, kind: 'summary', name: 'bang-tong-hop-ket-qua', paper: summaryPaper(closed), signers },
    ...closed.kept.agenda.flatMap((item) => {
      const result = closed.kept.results.find(({ dossierId }) => dossierId === item.dossierId)
      const line = minutes.dossiers.find(({ position }) => position === item.position)
      return result && line ? draftsOfDossier(closed, result, line) : []
    }),
  ]
}

type Line = Minutes['dossiers'][number]

function draftsOfDossier(closed: ClosedSession, result: CouncilResult, line: Line): DocumentDraft[] {
  const { kept, sets } = closed
  const set = sets.get(result.criteriaSetId)
  if (!set) throw new Error(`the set ${result.criteriaSetId} of a result is not there`)
  const { dossierId } = result
  const no = String(line.position).padStart(2, '0')
  const sheets = kept.sheets.filter((sheet) => sheet.dossierId === dossierId && sheet.handedInAt !== null)
  const about = { closed, result, line, set }
  const consolidated: DocumentDraft = {
    kind: 'consolidated',
    ...{ dossierId, memberId: null, round: result.round },
    name: `${no}-bang-tong-hop-diem-${line.code}`,
    paper: consolidatedPaper(
      about,
      sheets.filter(({ round }) => round === result.round),
    ),
    signers: signersOf(closed, result),
  }
  return [
    consolidated,
    ...sheets.map((sheet, place): DocumentDraft => {
      const score = scoreOf(sheet.answers, set)
      const { memberId, round } = sheet
      const name = `${no}-phieu-cham-${line.code}-${String(place + 1).padStart(2, '0')}`
      const paper = sheetPaper(about, sheet, score)
      return { kind: 'sheet', dossierId, memberId, round, name, paper, signers: [] }
    }),
  ]
}

/**
 * Secretary and presiding chair, as the minutes name them; a consolidated sheet is signed by who closed the scoring, and
 * not by a secretary who is recused from the dossier.
 */
function signersOf({ kept, minutes }: ClosedSession, result?: CouncilResult): Signer[] {
  const seated = (name: string, positions: readonly Position[]) =>
    kept.council.seats.find(
      (seat) => positions.includes(seat.position) && kept.names.get(seat.personId) === name,
    )?.personId
  const chair = result?.decidedBy ?? seated(minutes.chair, ['chair', 'delegated_chair'])
  const secretary = seated(minutes.secretary, ['secretary'])
  const recused = kept.recusals.some(
    (recusal) => recusal.personId === secretary && recusal.dossierId === result?.dossierId,
  )
  const signer = (role: Signer['role'], personId: string | undefined): Signer[] =>
    personId ? [{ role, personId, name: kept.names.get(personId) ?? personId }] : []
  return [...(recused ? [] : signer('secretary', secretary)), ...signer('chair', chair)]
}
