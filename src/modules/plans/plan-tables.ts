import type { DossierTables } from '#modules/dossiers/index.ts'
import type { RecognitionTables } from '#modules/recognition/index.ts'
import type { IdeaState } from './idea-states.ts'

export interface ProductIdeaRow {
  id: string
  producerId: string
  /** A product that was there already, or the one that came of the idea. */
  productId: string | null
  name: string
  productSetNo: number | null
  description: string
  material: string
  market: string
  support: string
  expectedStars: number | null
  /** The year in which the producer hopes to be assessed. */
  expectedYear: number
  state: IdeaState
  /** The yearly plan that the commune took it into. */
  plannedYear: number | null
  /** What the commune said last; it stays with an idea that is sent again. */
  answer: string | null
  decidedBy: string | null
  decidedAt: Date | null
  sentAt: Date | null
  /** At whose desk it was written: an officer writes for a producer without a computer. */
  writtenBy: 'producer' | 'commune'
  unitPath: string
  isDemo: boolean
  version: number
  createdAt: Date
  createdBy: string | null
  updatedAt: Date
}

export interface BusinessPlanRow {
  id: string
  ideaId: string | null
  producerId: string
  /** Null until the product is registered, at the latest when the dossier is opened. */
  productId: string | null
  /** As the newest version says. */
  name: string
  unitPath: string
  /** The number of the newest version. */
  version: number
  /** Since when the commune reads it. */
  sentAt: Date | null
  isDemo: boolean
  createdAt: Date
  createdBy: string | null
  updatedAt: Date
}

export interface BusinessPlanVersionRow {
  planId: string
  no: number
  /** JSON of `PlanContent`. */
  content: string
  savedBy: string | null
  savedAt: Date
}

export interface BusinessPlanRemarkRow {
  id: string
  planId: string
  /** The version that was read. */
  versionNo: number
  words: string | null
  looked: boolean
  writtenBy: string | null
  writtenAt: Date
}

/** The tables that this module may touch: its own; those of the modules before it it only reads. */
export interface PlanTables extends DossierTables, RecognitionTables {
  productIdea: ProductIdeaRow
  businessPlan: BusinessPlanRow
  businessPlanVersion: BusinessPlanVersionRow
  businessPlanRemark: BusinessPlanRemarkRow
}
