import { holds } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'

/** The positions that the decision setting up a council gives. */
export const positions = [
  'chair',
  'delegated_chair',
  'vice_chair',
  'secretary',
  'member',
  'advisory',
  'invited',
] as const
export type Position = (typeof positions)[number]

/** A person's place in a council. Somebody who left keeps the seat on record, with the day of leaving. */
export interface Seat {
  personId: string
  position: Position
  organisation: string
  /** The body of art. 7.3b or 7.4b that the person comes from, by its key; results of before do not say. */
  department?: string | null
  scores: boolean
  joinedOn: Day
  leftOn: Day | null
  /** Whose place the person took, by decision; results of before do not say. */
  succeeds?: string | null
  /** The position from which chairing was delegated. */
  positionBefore?: 'vice_chair' | 'member' | null
}

/** The seat that the person holds today, if any. */
export function seatOf(seats: readonly Seat[], personId: string | null): Seat | undefined {
  return seats.find((seat) => seat.personId === personId && seat.leftOn === null)
}

/** Whether the seat leads the council: the chair, or the department head to whom chairing is delegated. */
export function leads(seat: Seat | undefined): boolean {
  return seat?.position === 'chair' || seat?.position === 'delegated_chair'
}

/** Whether the seat runs the session: opens it, notes who came, keeps its minutes. */
export function keepsMinutes(seat: Seat | undefined): boolean {
  return leads(seat) || seat?.position === 'secretary'
}

/** Whether the seat advises the council and is none of its members: its advisory team, invited consultants and associations. */
export function advises(seat: Pick<Seat, 'position'> | undefined): boolean {
  return seat?.position === 'advisory' || seat?.position === 'invited'
}

/** Whether the actor prepares councils in the unit: sets them up by decision and plans their sessions. */
export function mayPrepare(actor: Actor, unitPath: string): boolean {
  const roles = ['province_officer', 'administrator'] as const
  return holds(actor, unitPath === 'vn' ? [...roles, 'central_officer'] : roles, unitPath)
}

/** Whether the actor reads the council's work for the state: those who prepare it, decide on it or oversee it. */
export function mayOversee(actor: Actor, unitPath: string): boolean {
  return mayPrepare(actor, unitPath) || holds(actor, ['leader', 'central_officer'], unitPath)
}

/** Whether the actor audits the unit: reads everything, once it is closed. */
export function mayAudit(actor: Actor, unitPath: string): boolean {
  return holds(actor, 'auditor', unitPath)
}
