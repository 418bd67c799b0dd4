import { councilDepartmentsOn } from '#modules/regulation/index.ts'
import type { Day } from '#platform/dates.ts'
import { levelOf } from './missing-departments.ts'
import { advises } from './positions.ts'
import type { Regulation } from './regulation/regulation.ts'
import type { NewCouncil } from './set-up-council.ts'

/** What keeps a council from being set up; `field` names the place in the form. */
export interface CouncilFault {
  field: 'unitPath' | 'name' | 'decisionNumber' | 'decidedOn' | 'signer' | 'members' | 'regulation'
  fault:
    | 'missing'
    | 'not_a_province'
    | 'in_the_future'
    | 'one_chair'
    | 'no_secretary'
    | 'too_few'
    | 'twice'
    | 'department_unknown'
}

/** The faults of a council about to be set up; none when it can be. At least three members score, or there is nothing to average. */
export function councilFaults(council: NewCouncil, today: Day): CouncilFault[] {
  const texts = ['name', 'decisionNumber', 'signer'] as const
  const missing = texts.filter((field) => council[field].trim() === '')
  return [
    ...missing.map((field): CouncilFault => ({ field, fault: 'missing' })),
    ...(isCouncilUnit(council.unitPath) ? [] : [{ field: 'unitPath', fault: 'not_a_province' } as const]),
    ...(council.decidedOn > today ? [{ field: 'decidedOn', fault: 'in_the_future' } as const] : []),
    ...memberFaults(council.members).map((fault): CouncilFault => ({ field: 'members', fault })),
    ...departmentFaults(council),
    ...regulationFaults(council.regulation, today),
  ]
}

function memberFaults(members: NewCouncil['members']): CouncilFault['fault'][] {
  const count = (position: string) => members.filter((member) => member.position === position).length
  const persons = new Set(members.map(({ personId }) => personId))
  const scorers = members.filter((member) => member.scores && !advises(member))
  return [
    ...(count('chair') === 1 && count('delegated_chair') <= 1 ? [] : ['one_chair' as const]),
    ...(count('secretary') > 0 ? [] : ['no_secretary' as const]),
    ...(scorers.length >= 3 ? [] : ['too_few' as const]),
    ...(persons.size === members.length ? [] : ['twice' as const]),
  ]
}

/** A seat names one of the bodies that the law seats in such a council, or none. */
function departmentFaults({ members, unitPath, decidedOn }: NewCouncil): CouncilFault[] {
  const known = councilDepartmentsOn(decidedOn, levelOf(unitPath)).map(({ key }) => key)
  const unknown = members.some(({ department }) => department && !known.includes(department))
  return unknown ? [{ field: 'members', fault: 'department_unknown' }] : []
}

function regulationFaults(regulation: Regulation | undefined, today: Day): CouncilFault[] {
  if (!regulation) return []
  const { number, decidedOn, signer } = regulation
  if (number.trim() === '' || signer.trim() === '' || decidedOn === '')
    return [{ field: 'regulation', fault: 'missing' }]
  return decidedOn > today ? [{ field: 'regulation', fault: 'in_the_future' }] : []
}

/** Councils sit at the centre and in provinces: `vn`, `vn/14`. */
function isCouncilUnit(unitPath: string): boolean {
  return /^vn(\/[^/]+)?$/.test(unitPath)
}
