import { registerText } from '#platform/text/translator.ts'
import en from './text/en.json' with { type: 'json' }
import vi from './text/vi.json' with { type: 'json' }

export { addPaper, type PaperFaults, paperFaults, type TypedPaper } from './add-paper.ts'
export { changeProducer } from './change-producer.ts'
export { getProducer, getProducerToChange } from './get-producer.ts'
export { migrations } from './migrations/index.ts'
export {
  missingPapers,
  type OwnerKind,
  ownerKindOf,
  ownerKinds,
  type PaperKind,
  type PaperNeed,
  paperKinds,
  papersNeeded,
} from './owner-kinds.ts'
export { findPaper, listPapers } from './paper-store.ts'
export { type People, peopleOf, peopleScheme, peoples } from './peoples.ts'
export {
  type ProducerFaults,
  producerFaults,
  type TypedProducer,
  typedProducer,
} from './producer-form.ts'
export { isOwn, mayChange, mayRegister, maySeeSensitive, producersSeenBy } from './producer-rights.ts'
export {
  findProducer,
  listProducers,
  type Paper,
  type Producer,
  type ProducerTables,
} from './producer-store.ts'
export { type Registration, registerProducer } from './register-producer.ts'
export { removePaper } from './remove-paper.ts'

/** The sentences of this module. */
export const text = { vi, en }
registerText('producers', text)
