import { type CouncilDepartment, councilDepartmentsOn } from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'
import { advises, type Seat } from './positions.ts'

/** The level at which a council of the unit sits. */
export function levelOf(unitPath: string): 'province' | 'centre' {
  return unitPath === 'vn' ? 'centre' : 'province'
}

/**
 * The bodies that the law seats in a council set up that day and from which nobody sits in this one. A warning, no
 * refusal: the decision says who sits. Who only advises fills no seat.
 */
export function missingDepartments({
  unitPath,
  decidedOn,
  seats,
}: {
  unitPath: string
  decidedOn: Day
  seats: readonly Pick<Seat, 'position' | 'department'>[]
}): CouncilDepartment[] {
  const seated = new Set(seats.filter((seat) => !advises(seat)).map(({ department }) => department))
  return councilDepartmentsOn(decidedOn, levelOf(unitPath)).filter(({ key }) => !seated.has(key))
}
