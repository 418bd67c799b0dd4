import type { Mapping, Typed } from './columns.ts'
import type { RowFacts, RowFaults } from './read-row.ts'

export const batchStates = ['preview', 'running', 'done', 'discarded'] as const
export type BatchState = (typeof batchStates)[number]

/** A list that somebody brought. */
export interface ImportBatch {
  id: string
  unitId: string
  unitPath: string
  fileName: string
  /** SHA-256 of the file: the same list is known again. */
  digest: string
  headers: string[]
  mapping: Mapping
  /** The old Vietnamese code page is a guess worth a look. */
  encoding: string
  state: BatchState
  rowCount: number
  createdAt: Date
  createdBy: string | null
  confirmedAt: Date | null
  confirmedBy: string | null
  /** When the last rows went in. */
  movedAt: Date | null
  finishedAt: Date | null
}

/**
 * Where a row stands: `ready` to go in; `faulty`; `same` as another row of the list; `contradicts` one; `left_out` by
 * hand; `imported`; `known`, because the product had a recognition of that year already.
 */
export const rowStates = ['ready', 'faulty', 'same', 'contradicts', 'left_out', 'imported', 'known'] as const
export type RowState = (typeof rowStates)[number]

export interface ImportRow {
  batchId: string
  /** Its number in the file, as a person counts. */
  line: number
  /** As it stands in the file. */
  cells: string[]
  /** What was mended by hand, by field. */
  edits: Partial<Record<string, string>>
  typed: Typed
  faults: RowFaults
  facts: RowFacts | null
  rowKey: string | null
  /** The line that says the same, or something else, of the same product and year. */
  sameAs: number | null
  state: RowState
  productId: string | null
}

/** JSON columns are written as text and read as what they hold. */
export interface ImportTables {
  importBatch: Omit<ImportBatch, 'headers' | 'mapping'> & { headers: string; mapping: string }
  importRow: Omit<ImportRow, 'cells' | 'edits' | 'typed' | 'faults' | 'facts'> & {
    cells: string
    edits: string
    typed: string
    faults: string
    facts: string | null
  }
}
