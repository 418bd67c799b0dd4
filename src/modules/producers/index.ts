export { addLoosePapers, looseFacts } from './add-loose-papers.ts'
export {
  addPaper,
  keepPaper,
  type PaperFaults,
  paperFaults,
  type TypedPaper,
  typedFromPaper,
  typedPaper,
} from './add-paper.ts'
export { addScannedPaper, type ScannedPaper } from './add-scanned-paper.ts'
export { changePaper } from './change-paper.ts'
export { changeProducer } from './change-producer.ts'
export { type EndingPaper, listEndingPapers } from './ending-paper-store.ts'
export { getPaper, type PaperAt } from './get-paper.ts'
export { getProducer, getProducerToChange } from './get-producer.ts'
export { migrations } from './migrations/index.ts'
export {
  missingPapers,
  type OwnerKind,
  ownerKindOf,
  ownerKinds,
  type PaperNeed,
  papersNeeded,
} from './owner-kinds.ts'
export {
  type Form02Paper,
  form02Papers,
  form02RowOf,
  isVaultKind,
  type PaperKind,
  paperKinds,
} from './paper-kinds.ts'
export {
  isLoose,
  isWeak,
  type PaperStatus,
  paperSoonDays,
  paperStatus,
  paperStatuses,
} from './paper-status.ts'
export {
  findPaper,
  findPaperOfContent,
  listPaperPages,
  listPapers,
  type PaperPage,
  type PaperWithPages,
} from './paper-store.ts'
export { type People, peopleOf, peopleScheme, peoples } from './peoples.ts'
export { findProducers } from './producer-batch-store.ts'
export {
  type ProducerFaults,
  producerFaults,
  type TypedProducer,
  typedProducer,
} from './producer-form.ts'
export { readAfter, writeQuery } from './producer-query.ts'
export {
  isOfficer,
  isOwn,
  mayChange,
  mayRegister,
  maySeeSensitive,
  producersSeenBy,
} from './producer-rights.ts'
export {
  findProducer,
  listProducers,
  type Paper,
  type Producer,
  type ProducerTables,
} from './producer-store.ts'
export { type ProducerPageFacts, readProducerPage } from './read-producer-page.ts'
export { readVersion } from './read-version.ts'
export { type ManyEvent, recordMany } from './record-many.ts'
export { type Registration, registerProducer } from './register-producer.ts'
export { type ListedOwner, registerProducers } from './register-producers.ts'
export { removePaper } from './remove-paper.ts'
export { replacePaper } from './replace-paper.ts'
export { routes } from './routes.tsx'
export { sheetAnswer } from './sheet-answer.ts'
export { signedInOnly } from './signed-in-only.ts'
export { text } from './text.ts'
export { uploaded } from './uploaded.ts'
export { PaperFormPage } from './views/paper-form-page.tsx'
export { ProducerPage } from './views/producer-page.tsx'
export { producerWork } from './work-parts.tsx'
