export { type Answers, selfAnswersOf, selfAssessmentOf } from './answer-store.ts'
export { type CommuneAssessment, findAssessment } from './assessment-store.ts'
export { runBatch } from './batch/run-batch.ts'
export { Changes } from './changes.ts'
export { type Clock, type ClockMove, clockAfter, clockEvents, clockOf, workingDaysLeft } from './clock.ts'
export { communeContents } from './commune-contents.ts'
export { criteriaOfDossier } from './criteria-of-dossier.ts'
export { deskRoutes } from './desk-routes.tsx'
export { countTabs, type ListedDossier, listDossiers } from './dossier-list-store.ts'
export {
  type Dossier,
  type DossierKind,
  type DossierTables,
  findDossier,
  findDossierOfPlan,
  findOpenDossier,
} from './dossier-store.ts'
export { type DossierTab, dossierTabs, tabOf } from './dossier-tabs.ts'
export { type DueDossier, listDueAtCommune, listFixListsDue } from './due-store.ts'
export { type Evidence, findEvidence, listEvidence } from './evidence-store.ts'
export { readLookUpCode } from './look-up-code.ts'
export { lookUpRoutes } from './look-up-routes.tsx'
export { findLookUpCode } from './look-up-store.ts'
export { migrations } from './migrations/index.ts'
export { provincePathOf } from './numbers.ts'
export { openDossier } from './open-dossier.ts'
export { openEvidence } from './open-evidence.ts'
export { addOpeningRule } from './opening-rules.ts'
export { pageIn } from './page-in.ts'
export { type PaperKind, paperKinds } from './paper-kinds.ts'
export { type PrintedDossier, printedDossier } from './papers/printed-dossier.ts'
export { producerRoutes } from './producer-routes.tsx'
export { samplesAsked } from './propose-dossier.ts'
export { mayRead } from './reach.ts'
export { recomputeDueDays } from './recompute-due-days.ts'
export type { Registration } from './registration.ts'
export type { Report } from './report.ts'
export { type AnswerClock, answerClockOf } from './rounds/answer-clock.ts'
export { carryDossier } from './rounds/carry-dossier.ts'
export { listAnswersDue } from './rounds/list-answers-due.ts'
export { makeLawRounds, makeRoundsOfProvinces } from './rounds/make-law-rounds.ts'
export { lawRoundsOf, roundMissed, roundTaking } from './rounds/round-rules.ts'
export { type AssessmentRound, findRound, listRounds } from './rounds/round-store.ts'
export { askSiteCheck } from './rounds/site-check.ts'
export { findSiteCheck, type SiteCheckRow } from './rounds/site-check-store.ts'
export { saveChanges } from './save-changes.ts'
export { takeStep } from './take-step.ts'
export { text } from './text.ts'
export { addLeanings } from './vault/leanings.ts'
export { addPaperHolder } from './vault/paper-holders.ts'
export { WeakPapers } from './vault/views/weak-panel.tsx'
export {
  type ExpiringPaper,
  listExpiringPapers,
  listWeakPapers,
  type WeakPaper,
} from './vault/weak-papers.ts'
export { countDossierWork, dossierWork } from './work-parts.tsx'
export {
  closedStates,
  type DossierState,
  dossierStates,
  type Step,
  stepFrom,
  steps,
  stepsOfWorkflow,
  stepsOpenTo,
} from './workflow.ts'
