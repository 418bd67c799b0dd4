import { findSignedReport } from '#modules/appraisal/index.ts'
import { type CriteriaSet, criteriaOf, scoreOf } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { validSheets } from './council-round.ts'
import type { CouncilTables } from './council-tables.ts'
import { type ChangedAnswer, changesOf } from './discussion/changed-answers.ts'
import { roundsOpenTo } from './discussion/rounds-open-to.ts'
import { criteriaSetOf } from './own-sheet.ts'
import { listSheets, type ScoreSheet } from './score-sheet-store.ts'
import { gatherAgenda } from './session-record.ts'
import { askToBeImpartial, type DossierRoom, enterDossier } from './session-room.ts'
import { type AgendaLine, agendaFor } from './session-view.ts'
import type { CarriedMarks } from './siblings/carried-mark.ts'

/** The sheets of one round side by side. */
export interface Comparison {
  round: number
  members: {
    memberId: string
    total: number
    counted: boolean
    notes: Readonly<Record<string, string>>
    carried: CarriedMarks
  }[]
  /** The points each member gave, in the order of `members`; the lines on which they differ first. */
  lines: { code: string; points: number[]; differ: boolean }[]
  /** What members changed since their sheets of the round before. */
  changes: ChangedAnswer[]
}

export interface DossierRoomReading {
  room: DossierRoom
  line: AgendaLine
  set: CriteriaSet
  names: ReadonlyMap<string, string>
  /** Whether the advisory team has signed its report, and the actor reads it as one of the council. */
  hasAppraisal: boolean
  /** The rounds that have ended, where they are open to the reader. */
  earlier: Comparison[]
}

/** A dossier on the agenda as the actor may see it; not for somebody recused. */
export async function readDossierRoom(
  ctx: Ctx<CouncilTables>,
  at: { sessionId: string; dossierId: string },
): Promise<DossierRoomReading> {
  const room = await enterDossier(ctx, at)
  askToBeImpartial(room)
  const kept = await gatherAgenda(ctx, room, [room.item])
  const [line] = agendaFor(kept, ctx.actor.id)
  if (!line) throw new Refusal('not_found', 'councils.dossier_not_on_agenda')
  const { set } = await criteriaSetOf(ctx, at.dossierId)
  const open = room.item.status === 'closed' ? [] : await roundsOpenTo(ctx, room, kept.sheets)
  const sheets = open.length > 0 ? await listSheets(ctx.db, at) : []
  const earlier = open.map((round) => comparisonOf(set, sheets, round))
  const hasAppraisal = room.seat !== undefined && (await findSignedReport(ctx.db, at.dossierId)) !== undefined
  return {
    room,
    line,
    set,
    hasAppraisal,
    names: kept.names,
    earlier: earlier.filter(({ members }) => members.length > 0),
  }
}

/** The sheets of a round side by side, from all of the dossier; `counted` of them made the result. */
export function comparisonOf(
  set: CriteriaSet,
  all: readonly ScoreSheet[],
  round: number,
  counted?: readonly string[],
): Comparison {
  const sheets = roundOf(all, round)
  const scores = sheets.map(({ answers }) => scoreOf(answers, set))
  const lines = criteriaOf(set).map(({ code }) => {
    const points = scores.map((score) => score.points[code] ?? 0)
    return { code, points, differ: new Set(points).size > 1 }
  })
  return {
    round,
    members: sheets.map(({ memberId, total, notes, carried }) => {
      return { memberId, total: total ?? 0, counted: counted?.includes(memberId) ?? true, notes, carried }
    }),
    lines,
    changes: changesOf(set, { sheets, all }),
  }
}

/** The sheets handed in during a round. */
export function roundOf(sheets: readonly ScoreSheet[], round: number): ScoreSheet[] {
  return sheets.filter((sheet) => sheet.round === round && sheet.handedInAt !== null)
}

/** Whose sheets made the result, from its inputs. */
export function countedMembers(
  inputs: Parameters<typeof validSheets>[1] & { sheets: readonly { memberId: string }[] },
): string[] {
  return validSheets(inputs.sheets, inputs).map(({ memberId }) => memberId)
}
