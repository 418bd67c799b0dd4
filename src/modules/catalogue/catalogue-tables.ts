import type {
  ConsultantField,
  ConsultantKind,
  ConsultantState,
  ConsultantTables,
} from '#modules/consultants/index.ts'
import type { ProductTables } from '#modules/products/index.ts'
import type { RecognitionTables } from '#modules/recognition/index.ts'
import type { Day } from '#platform/dates.ts'
import type { ListedKind } from './catalogue-query.ts'

/** What anybody may know of a producer: the view of that name. */
export interface PublicProducer {
  id: string
  kind: ListedKind
  name: string
  unitId: string
  address: string | null
  phone: string | null
  email: string | null
  foundedOn: Day | null
  story: string | null
  isDemo: boolean
}

/** What anybody may know of a consultant: the view of that name. */
export interface PublicConsultant {
  id: string
  kind: ConsultantKind
  name: string
  fields: ConsultantField[]
  unitId: string
  state: ConsultantState
  activeSince: Day | null
  isDemo: boolean
}

/** What the public pages read. They change nothing. */
export interface CatalogueTables extends RecognitionTables, ProductTables, ConsultantTables {
  publicProducer: PublicProducer
}
