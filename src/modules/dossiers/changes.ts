import { z } from 'zod'
import type { DossierKind } from './dossier-store.ts'

/** What an upgrade or a reassessment reports as changed since the recognition (QĐ 26/2026/QĐ-TTg, art. 6.1b and c). */
export const changeFields = [
  'material',
  'technology',
  'packaging',
  'label',
  'declaration',
  'tests',
  'market',
  'output',
  'revenue',
] as const
export type ChangeField = (typeof changeFields)[number]

const text = z.string().trim().max(4000).default('')

export const Changes = z.object({
  material: text,
  technology: text,
  packaging: text,
  label: text,
  declaration: text,
  tests: text,
  market: text,
  output: text,
  revenue: text,
})
export type Changes = z.infer<typeof Changes>

/**
 * What the account of changes still lacks: a reassessment says something on each point, if only that it is as before;
 * an upgrade shows at least one change.
 */
export function missingChanges(kind: DossierKind, changes: Partial<Changes>): ChangeField[] {
  if (kind === 'first') return []
  const empty = changeFields.filter((field) => !changes[field])
  if (kind === 'reassessment') return empty
  return empty.length === changeFields.length ? empty : []
}
