import type { CouncilRules } from '#modules/regulation/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Seat } from './positions.ts'

/** A sheet as far as counting it goes. `handedInAt` as the database or a kept result has it. */
export interface CountableSheet {
  memberId: string
  handedInAt?: Date | string | null
}

export interface Sitting {
  seats: readonly Seat[]
  recused: readonly string[]
  /** Results of before were reached by rules that did not ask for these. Left out, no sheet of somebody who left counts. */
  rules?: Partial<CouncilRules>
}

/** The members who score: the council's size as the quorum counts it. A secretary who only keeps minutes is not among them. */
export function scorersOf(seats: readonly Seat[]): Seat[] {
  return seats.filter((seat) => seat.scores && seat.leftOn === null)
}

/**
 * Whose sheets may count in a round, each seat of the council once: the member who sits there, or, where the rules keep
 * such sheets, the predecessor who handed one in before the day on which the seat changed hands: the successor has no
 * second voice. Who left with nobody in their place keeps a voice by such a sheet.
 */
export function voicesOf(sheets: readonly CountableSheet[], { seats, recused, rules }: Sitting): string[] {
  const kept =
    rules?.replacedSheets === 'keep'
      ? seats.filter((seat) => !recused.includes(seat.personId) && leftASheet(seat, sheets))
      : []
  const speakerOf = (seat: Seat) => lineOf(seat, seats).findLast((one) => kept.includes(one)) ?? seat
  const scorers = scorersOf(seats)
  const passedOn = new Set(scorers.flatMap((seat) => lineOf(seat, seats)))
  const speakers = [...scorers, ...kept.filter((seat) => !passedOn.has(seat))].map(speakerOf)
  return [...new Set(speakers.map(({ personId }) => personId))]
}

/** How many members the quorum is a share of: all voices, or those not recused from the product, as the rules say. */
export function membersCounted(voices: readonly string[], { recused, rules }: Sitting): number {
  if (rules?.quorumBase !== 'sitting') return voices.length
  return voices.filter((personId) => !recused.includes(personId)).length
}

/** Whose sheet speaks in place of this member's, or null when the member's own counts. */
export function spokenFor(
  personId: string,
  sheets: readonly CountableSheet[],
  sitting: Sitting,
): string | null {
  const seat = scorersOf(sitting.seats).find((one) => one.personId === personId)
  if (!seat || voicesOf(sheets, sitting).includes(personId)) return null
  return seat.succeeds ?? null
}

function leftASheet({ personId, scores, leftOn }: Seat, sheets: readonly CountableSheet[]): boolean {
  if (!scores || leftOn === null) return false
  return sheets.some(
    ({ memberId, handedInAt }) => memberId === personId && handedInAt && dayOf(new Date(handedInAt)) < leftOn,
  )
}

/** The seat and those who held it before, one after another. */
function lineOf(seat: Seat, seats: readonly Seat[]): Seat[] {
  const line = [seat]
  for (let one = before(seat); one && !line.includes(one); one = before(one)) line.push(one)
  return line

  function before({ succeeds }: Seat): Seat | undefined {
    return succeeds ? seats.find(({ personId }) => personId === succeeds) : undefined
  }
}
