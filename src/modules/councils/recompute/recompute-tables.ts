import type { ColumnType, Generated } from 'kysely'

export interface RecomputeRunRow {
  id: string
  askedBy: string | null
  askedAt: Date
  state: Generated<'waiting' | 'running' | 'done' | 'broken'>
  /** How often it began: only the last beginning writes. */
  attempt: Generated<number>
  /** How many results there were when it began. */
  total: Generated<number>
  results: Generated<number>
  differing: Generated<number>
  findings: Generated<number>
  sealedDays: Generated<number>
  unrecomputable: ColumnType<Record<string, number>, string | undefined, string>
  brokenBecause: string | null
  finishedAt: Date | null
}

export interface RecomputeFindingRow {
  runId: string
  no: number
  kind: string
  resultId: string | null
  code: string | null
  /** Null for events and seals: they are everybody's. */
  unitPath: string | null
  at: string | null
  kept: ColumnType<string | number | null, string | null, never>
  found: ColumnType<string | number | null, string | null, never>
}

export interface RecomputeTables {
  recomputeRun: RecomputeRunRow
  recomputeFinding: RecomputeFindingRow
}
