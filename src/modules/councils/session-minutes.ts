import type { CouncilRules } from '#modules/regulation/index.ts'
import { traceInWords } from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'
import { validSheets } from './council-round.ts'
import type { SeatedCouncil } from './council-store.ts'
import { earlierSheet } from './discussion/changed-answers.ts'
import { changedCodes } from './discussion/changed-codes.ts'
import type { SheetsOpening } from './discussion/discussion-store.ts'
import type { Audience } from './discussion/discussion-tables.ts'
import type { DossierLabel } from './dossier-labels.ts'
import type { CouncilOpinion } from './opinions/opinion-store.ts'
import type { PaperSheet } from './paper-sheets/paper-sheet-store.ts'
import { type FromPaper, fromPaper } from './paper-sheets/paper-words.ts'
import type { Position } from './positions.ts'
import type { Regulation } from './regulation/regulation.ts'
import type { CouncilResult, KnockOut } from './result-store.ts'
import type { ScoreSheet } from './score-sheet-store.ts'
import type { CouncilChange } from './seats/change-store.ts'
import type { AgendaRecord } from './session-record.ts'
import type { AgendaItem, Recusal, ScoringRound, Session } from './session-store.ts'
import { type CarriedFrom, carriedWords } from './siblings/carried-words.ts'
import type { Tally } from './votes/vote-tables.ts'

export interface MinutedMember {
  name: string
  position: Position
  organisation: string
  scores: boolean
  present: boolean
  /** When they left the room before the end; minutes of before did not say so. */
  leftAt?: string | null
}

export interface MinutedDossier {
  position: number
  code: string
  product: string
  producer: string
  outcome: 'ranked' | 'rejected' | 'released'
  sheets: number
  average: number | null
  parts: Readonly<Record<string, number>> | null
  band: number | null
  stars: number | null
  /** Why, in the words of the ranking's trace; for a dossier taken off the agenda the reason given. */
  words: readonly string[]
  recused: readonly { name: string; reason: string }[]
  rounds: readonly { round: number; reason: string }[]
  /** To whom the chair opened the sheets of a round that had ended; minutes of before did not say so. */
  openings?: readonly { round: number; audience: Audience; at: string }[]
  /** At which criteria members changed their answers between rounds; minutes of before did not say so. */
  changed?: readonly { name: string; round: number; codes: string }[]
  /** Marks that members took over from their own sheets for a sibling; minutes of before have none. */
  carried?: readonly CarriedFrom[]
  /** Sheets that came from paper; minutes of before have none. */
  papers?: readonly FromPaper[]
  /** What those who advise wrote; minutes of before have none. */
  opinions?: readonly { name: string; words: string }[]
  knockOuts: readonly {
    reason: string
    decision: 'established' | 'dismissed' | null
    because: string | null
    /** How the vote went; absent in minutes of before votes. */
    tally?: Tally | null
  }[]
}

/** A change of a seat, with the decision that made it. */
export type MinutedChange = Pick<CouncilChange, 'kind' | 'number' | 'decidedOn' | 'signer'> & {
  name: string
  successor: string | null
}

/** What the minutes of a session say, frozen when it closes. */
export interface Minutes {
  number: string
  council: {
    name: string
    level: 'province' | 'centre'
    unitPath: string
    decisionNumber: string
    decidedOn: Day
    signer: string
    /** The decision that issued the regulation; minutes of before did not say so. */
    regulation?: Regulation | null
  }
  session: { name: string; heldOn: Day; place: string; openedAt: string; closedAt: string }
  chair: string
  secretary: string
  rules: CouncilRules
  members: readonly MinutedMember[]
  dossiers: readonly MinutedDossier[]
  /** Changes of seats by decision; minutes of before did not say so. */
  changes?: readonly MinutedChange[]
  isDemo: boolean
}

/** All that a session left behind, as it stands when it closes. */
export interface SessionRecord extends Pick<AgendaRecord, 'inRoom' | 'attended' | 'votes'> {
  session: Session
  council: SeatedCouncil
  present: readonly string[]
  agenda: readonly AgendaItem[]
  recusals: readonly Recusal[]
  rounds: readonly ScoringRound[]
  openings: readonly SheetsOpening[]
  sheets: readonly ScoreSheet[]
  results: readonly CouncilResult[]
  knockOuts: readonly KnockOut[]
  papers: readonly PaperSheet[]
  names: ReadonlyMap<string, string>
  labels: ReadonlyMap<string, DossierLabel>
  changes: readonly CouncilChange[]
  opinions: readonly CouncilOpinion[]
}

/** The minutes of the session. Presiding is the chair where present, else the delegated chair. */
export function minutesOf(kept: SessionRecord, closing: { number: string; closedAt: Date }): Minutes {
  const { session, council } = kept
  const { name, level, unitPath, decisionNumber, decidedOn, signer } = council
  const members = council.seats
    .filter((seat) => seat.leftOn === null)
    .map(({ personId, position, organisation, scores }): MinutedMember => {
      const present = kept.present.includes(personId)
      const left = kept.attended.find((one) => one.personId === personId)?.leftAt ?? null
      const leftAt = left?.toISOString() ?? null
      return { name: nameIn(kept, personId), position, organisation, scores, present, leftAt }
    })
  const inOffice = (position: Position) =>
    members.find((member) => member.position === position && member.present)
  const closedAt = closing.closedAt.toISOString()
  return {
    number: closing.number,
    council: { name, level, unitPath, decisionNumber, decidedOn, signer, regulation: regulationOf(council) },
    session: {
      name: session.name,
      heldOn: session.heldOn,
      place: session.place,
      openedAt: (session.openedAt ?? closing.closedAt).toISOString(),
      closedAt,
    },
    chair: (inOffice('chair') ?? inOffice('delegated_chair'))?.name ?? '',
    secretary:
      inOffice('secretary')?.name ?? members.find(({ position }) => position === 'secretary')?.name ?? '',
    rules: council.rules,
    members,
    dossiers: kept.agenda.map((item) => minutedDossier(kept, item)),
    changes: kept.changes.map(({ kind, number, decidedOn, signer, personId, successorId }) => ({
      ...{ kind, number, decidedOn, signer },
      name: nameIn(kept, personId),
      successor: successorId && nameIn(kept, successorId),
    })),
    isDemo: council.isDemo,
  }
}

function minutedDossier(kept: SessionRecord, item: AgendaItem): MinutedDossier {
  const mine = <Row extends { dossierId: string }>(rows: readonly Row[]) =>
    rows.filter(({ dossierId }) => dossierId === item.dossierId)
  const [result] = mine(kept.results)
  const label = kept.labels.get(item.dossierId)
  const released = item.closeReason ?? ''
  return {
    position: item.position,
    code: label?.code ?? '',
    product: label?.product ?? '',
    producer: label?.producer ?? '',
    outcome: result?.outcome ?? 'released',
    sheets: result ? validSheets(result.inputs.sheets, result.inputs).length : 0,
    average: result?.average ?? null,
    parts: result?.partAverages ?? null,
    band: result?.band ?? null,
    stars: result?.stars ?? null,
    words: result ? traceInWords(result.trace, 'vi') : [released],
    recused: mine(kept.recusals).map(({ personId, reason }) => ({ name: nameIn(kept, personId), reason })),
    opinions: mine(kept.opinions).map(({ personId, words }) => ({ name: nameIn(kept, personId), words })),
    rounds: mine(kept.rounds).map(({ round, reason }) => ({ round, reason })),
    openings: mine(kept.openings).map(({ round, audience, openedAt }) => {
      return { round, audience, at: openedAt.toISOString() }
    }),
    changed: result ? changedIn(kept, mine(kept.sheets)) : [],
    carried: carriedWords(countedSheets(kept, item, result), kept.names),
    papers: fromPaper(mine(kept.papers), kept.names),
    knockOuts: mine(kept.knockOuts).map(({ reason, decision, decisionReason, tally }) => ({
      reason,
      decision,
      because: decisionReason,
      tally,
    })),
  }
}

/** Who answered otherwise than in the round before, and where: the reasons stand on the sheets. */
function changedIn(
  kept: SessionRecord,
  sheets: readonly ScoreSheet[],
): NonNullable<MinutedDossier['changed']> {
  return sheets
    .filter(({ handedInAt }) => handedInAt !== null)
    .flatMap((sheet) => {
      const before = earlierSheet(sheets, sheet)
      const codes = before ? changedCodes(before.answers, sheet.answers) : []
      const sorted = codes.sort((a, b) => a.localeCompare(b, 'vi', { numeric: true })).join(', ')
      const { memberId, round } = sheet
      return codes.length > 0 ? [{ name: nameIn(kept, memberId), round, codes: sorted }] : []
    })
    .sort((a, b) => a.round - b.round)
}

/** The sheets from which the result came; none for a dossier without one. */
function countedSheets(
  { sheets }: SessionRecord,
  { dossierId }: AgendaItem,
  result: CouncilResult | undefined,
): ScoreSheet[] {
  if (!result) return []
  const counted = new Set(validSheets(result.inputs.sheets, result.inputs).map(({ sheetId }) => sheetId))
  return sheets.filter((sheet) => sheet.dossierId === dossierId && counted.has(sheet.id))
}

function regulationOf(council: SeatedCouncil): Regulation | null {
  const { regulationNumber: number, regulationOn: decidedOn, regulationSigner: signer } = council
  return number === null || decidedOn === null || signer === null ? null : { number, decidedOn, signer }
}

function nameIn({ names }: SessionRecord, personId: string): string {
  return names.get(personId) ?? personId
}
