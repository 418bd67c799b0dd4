import type { Actor } from '#platform/ctx.ts'
import { worksHere } from './role-places.ts'

const day = 24 * 60 * 60

/** A sign-in lasts seven days after its last use. */
export const sessionSeconds = 7 * day
/** It is prolonged at most once a day, so that reading pages does not write. */
export const prolongAfterSeconds = day
/** A sign-in of somebody who works for the programme ends after a working day, however busy. */
export const workSessionSeconds = 12 * 60 * 60

/** Whether a sign-in made at that moment is over for this actor: the workspace asks for the password every day. */
export function isOver(signedInAt: Date, actor: Pick<Actor, 'holdings'>, now: Date): boolean {
  if (!worksHere(actor)) return false
  return now.getTime() - signedInAt.getTime() >= workSessionSeconds * 1000
}
