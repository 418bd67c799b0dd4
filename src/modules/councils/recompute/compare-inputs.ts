import { CouncilRules, type CriteriaSet, scoreOf } from '#modules/regulation/index.ts'
import { dayOf } from '#platform/dates.ts'
import { digestOf } from '#platform/events/digest.ts'
import type { Seat } from '../positions.ts'
import type { CountedSheet } from '../result-inputs.ts'
import type { Difference } from './difference.ts'
import type { KeptResult, SheetNow } from './kept-result.ts'

/** How the stored inputs of a result differ from the tables that they were taken from. */
export function inputDifferences(kept: KeptResult, set: CriteriaSet): Difference[] {
  return [
    ...ruleDifferences(kept),
    ...reasonDifferences(kept),
    ...sheetDifferences(kept, set),
    ...seatDifferences(kept),
    ...recusalDifferences(kept),
  ]
}

// Settings that came later are read with what they mean where they are not said.
function ruleDifferences({ inputs, rulesNow }: KeptResult): Difference[] {
  const [then, now] = [CouncilRules.safeParse(inputs.rules), CouncilRules.safeParse(rulesNow)]
  return then.success && now.success && digestOf(then.data) === digestOf(now.data) ? [] : [{ kind: 'rules' }]
}

function reasonDifferences({ inputs, closeReason, knockOutNow }: KeptResult): Difference[] {
  const reason = inputs.deviationReason ?? inputs.knockOut?.reason ?? null
  const said: Difference[] =
    reason === closeReason ? [] : [{ kind: 'reason', kept: reason, found: closeReason }]
  const { knockOut } = inputs
  const decided: Difference[] =
    (knockOut?.key ?? null) === (knockOutNow?.key ?? null)
      ? []
      : [{ kind: 'knock_out', kept: knockOut?.key ?? null, found: knockOutNow?.key ?? null }]
  return [...said, ...decided]
}

function sheetDifferences({ inputs, sheetsNow, decidedAt }: KeptResult, set: CriteriaSet): Difference[] {
  const now = new Map(sheetsNow.map((sheet) => [sheet.id, sheet]))
  const counted = new Set(inputs.sheets.map(({ sheetId }) => sheetId))
  const added = sheetsNow.filter(
    ({ id, handedInAt }) => !counted.has(id) && new Date(handedInAt) <= decidedAt,
  )
  return [
    ...inputs.sheets.flatMap((sheet) => sheetDifference(sheet, now.get(sheet.sheetId), set)),
    ...added.map(({ memberId }): Difference => ({ kind: 'sheet_added', at: memberId })),
  ]
}

function sheetDifference(then: CountedSheet, now: SheetNow | undefined, set: CriteriaSet): Difference[] {
  const at = then.memberId
  if (!now || now.memberId !== at) return [{ kind: 'sheet_missing', at }]
  const [kept, found] = [scoreOf(then.answers, set), scoreOf(now.answers, set)]
  const answers = digestOf(then.answers) !== digestOf(now.answers)
  const total = now.total !== found.total || digestOf(now.parts) !== digestOf(found.parts)
  const moment = new Date(then.handedInAt).getTime() !== new Date(now.handedInAt).getTime()
  return [
    ...(answers ? [{ kind: 'sheet_answers' as const, at, kept: kept.total, found: found.total }] : []),
    ...(total ? [{ kind: 'sheet_total' as const, at, kept: now.total, found: found.total }] : []),
    ...(moment ? [{ kind: 'sheet_moment' as const, at, kept: then.handedInAt, found: now.handedInAt }] : []),
  ]
}

function seatDifferences({ inputs, seatsNow, seatsChanged, decidedAt }: KeptResult): Difference[] {
  const day = dayOf(decidedAt)
  const now = new Map(seatsNow.map((seat) => [seat.personId, seat]))
  const then = new Set(inputs.seats.map(({ personId }) => personId))
  const unchanged = ({ personId }: Seat) => !seatsChanged.includes(personId)
  const added = seatsNow.filter((seat) => unchanged(seat) && !then.has(seat.personId) && seat.joinedOn < day)
  return [
    ...inputs.seats.filter(unchanged).flatMap((seat): Difference[] => {
      const found = now.get(seat.personId)
      if (!found) return [{ kind: 'seat_missing', at: seat.personId }]
      return sameSeat(seat, found) ? [] : [{ kind: 'seat', at: seat.personId }]
    }),
    ...added.map(({ personId }): Difference => ({ kind: 'seat_added', at: personId })),
  ]
}

function sameSeat(then: Seat, now: Seat): boolean {
  const fields = ['position', 'scores', 'joinedOn', 'leftOn'] as const
  return fields.every((field) => then[field] === now[field])
}

function recusalDifferences({ inputs, recusedNow, decidedAt }: KeptResult): Difference[] {
  const now = recusedNow.filter(({ declaredAt }) => new Date(declaredAt) <= decidedAt)
  const found = new Set(now.map(({ personId }) => personId))
  const missing = inputs.recused.filter((personId) => !found.has(personId))
  const added = [...found].filter((personId) => !inputs.recused.includes(personId))
  return [
    ...missing.map((at): Difference => ({ kind: 'recusal_missing', at })),
    ...added.map((at): Difference => ({ kind: 'recusal_added', at })),
  ]
}
