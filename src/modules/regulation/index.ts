export { averageOf } from './average.ts'
export type { ClassifiedSet, DossierDocument, Ministry, ProductGroup } from './classification.ts'
export type { Consequence } from './consequences.ts'
export { consequencesOf, consequencesOfReturn, recogniserOf } from './consequences.ts'
export type { Consolidation, Ranking, ScoringRound } from './consolidation.ts'
export { consolidate, sheetsNeeded } from './consolidation.ts'
export type { CouncilDepartment } from './council-department.ts'
export { councilDepartmentsOn } from './council-departments.ts'
export { CouncilRules, defaultRules } from './council-rules.ts'
export type { StarMark } from './criteria-of.ts'
export { criteriaOf, criterionOf, marksOf, partOf } from './criteria-of.ts'
export {
  type Anomaly,
  CriteriaSet,
  type Criterion,
  type Knockout,
  type Option,
  type Part,
  type Section,
} from './criteria-set.ts'
export {
  certificateExpiresOn,
  communeDueOn,
  expiryNoticeBy,
  extendedTo,
  type Round,
  reassessmentDueOn,
  regimeForDossier,
  regimesOn,
  renewalOf,
  revocationDueOn,
  roundFor,
  roundsRunning,
} from './deadlines.ts'
export { type Gap, gapTo, type SheetLaw, type SheetStanding, sheetStanding } from './gap.ts'
export { type Finding, type IntegrityReport, integrityOf, mostPointsOf } from './integrity.ts'
export {
  classificationOf,
  criteriaSetIdFor,
  dossierDocumentsOf,
  fileSet,
  fileSetIds,
  lawMinistries,
  lawRegime,
  lawRegimes,
  workingCalendar,
} from './law-files.ts'
export {
  type Effort,
  type EffortOf,
  type Preference,
  planRaises,
  type Raise,
  type RaisePlan,
} from './raise-plan.ts'
export { bandOf, type MarkStanding, marksDecide, standingsOf, starsOf } from './ranking.ts'
export type { Band, DossierKind, Level, Regime } from './regime.ts'
export {
  type Answers,
  faultsOf,
  offersNone,
  pointFaultsOf,
  type SheetFault,
  type SheetPoints,
  type SheetScore,
  scoreOf,
  scoreOfPoints,
} from './scoring.ts'
export { type Trace, type TraceStep, traceInWords } from './trace.ts'
export {
  addWorkingDays,
  type DueDay,
  endOfPeriod,
  isProvisional,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from './working-days.ts'

import './text.ts'

export { api } from './api.ts'
export type { RegulationTables } from './criteria-set-store.ts'
export { findSet as findKeptSet, listSets as listCriteriaSets } from './criteria-set-store.ts'
export { findCriteriaSet, getCriteriaSet, type PublishedSet } from './get-criteria-set.ts'
export { migrations } from './migrations/index.ts'
export { prepareCriteriaSet } from './prepare-criteria-set.ts'
export { publishAllSets } from './publish-all-sets.ts'
export { publishCriteriaSet } from './publish-criteria-set.ts'
export { routes } from './routes.tsx'
export { regulationWork } from './work-parts.ts'
