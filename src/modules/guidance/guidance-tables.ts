import type { RegulationTables } from '#modules/regulation/index.ts'
import type { UnitTables } from '#modules/territory/index.ts'
import type { Day } from '#platform/dates.ts'
import type { EventTables } from '#platform/events/event-store.ts'

export interface RaiseEffortRow {
  unitId: string
  kind: string
  months: number[]
  /** In whole đồng. */
  cost: number[]
  papers: string | null
  helperNote: string | null
  version: number
  changedBy: string | null
  changedAt: Date
}

/** What one criterion of one sheet takes in the province, in place of the figures of its kind. */
export interface CriterionEffortRow extends Omit<RaiseEffortRow, 'kind'> {
  criteriaSetId: string
  criterion: string
}

export interface SupportPolicyRow {
  id: string
  unitId: string
  title: string
  decisionNumber: string | null
  /** What it pays and to whom, in words. */
  pays: string
  link: string | null
  validFrom: Day | null
  validTo: Day | null
  /** The kinds of criterion that it helps with; none for all. */
  kinds: string[]
  /** Whether somebody held it against the document itself. */
  isVerified: boolean
  isDemo: boolean
  version: number
  createdBy: string | null
  createdAt: Date
}

/** The tables that this module may touch: its own, the law, places, and the platform's events. */
export interface GuidanceTables extends EventTables, RegulationTables, UnitTables {
  raiseEffort: RaiseEffortRow
  criterionEffort: CriterionEffortRow
  supportPolicy: SupportPolicyRow
}
