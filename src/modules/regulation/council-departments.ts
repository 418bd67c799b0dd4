import type { Day } from '#platform/dates.ts'
import type { CouncilDepartment } from './council-department.ts'
import { regimesOn } from './deadlines.ts'
import { councilDepartmentsOf, lawRegimes } from './law-files.ts'

/**
 * The bodies that the law seats in a council set up that day (QĐ 26/2026/QĐ-TTg, art. 7.3b for a province, 7.4b for the
 * centre); none where the regime of the day is not entered as far as that.
 */
export function councilDepartmentsOn(day: Day, level: 'province' | 'centre'): CouncilDepartment[] {
  const [newest] = regimesOn(lawRegimes(), day)
  return newest ? councilDepartmentsOf(newest.id).filter(({ levels }) => levels.includes(level)) : []
}
