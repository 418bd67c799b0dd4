import { isCommuneContent } from './commune-contents.ts'
import { isPaperKind } from './paper-kinds.ts'
import type { DossierState } from './workflow.ts'

/** What is wrong with a part of a dossier. */
export const fixReasons = ['incorrect', 'incomplete', 'outdated'] as const
export type FixReason = (typeof fixReasons)[number]

/**
 * A part of a dossier that can be sent back: `registration`, `report`, `changes`, `criterion:1.1`, `paper:test_results`, or, by
 * the province only, one of the commune's four contents: `commune:localLabour`.
 */
export type FixTarget = string

export const criterionTarget = (criterion: string): FixTarget => `criterion:${criterion}`
export const paperTarget = (paperKind: string): FixTarget => `paper:${paperKind}`
export const contentTarget = (content: string): FixTarget => `commune:${content}`

/** Whether the commune, not the producer, has to mend it. */
export const isContentTarget = (target: FixTarget): boolean => target.startsWith('commune:')

/** Whether the target names a part that exists; the commune's contents only where the province returns. */
export function isTarget(
  target: FixTarget,
  { criteria, byProvince }: { criteria: ReadonlySet<string>; byProvince: boolean },
): boolean {
  if (target === 'registration' || target === 'report' || target === 'changes') return true
  const [kind, name = ''] = splitTarget(target)
  if (kind === 'criterion') return criteria.has(name)
  if (kind === 'paper') return isPaperKind(name)
  return kind === 'commune' && byProvince && isCommuneContent(name)
}

/** `criterion:1.1` is the kind `criterion` and the name `1.1`. */
export function splitTarget(target: FixTarget): [kind: string, name: string | undefined] {
  const at = target.indexOf(':')
  return at < 0 ? [target, undefined] : [target.slice(0, at), target.slice(at + 1)]
}

/**
 * Whether a part may be changed now: everything in a draft, only what was sent back while a dossier is returned, and
 * nothing otherwise, since an uploaded dossier has the force of the paper one (art. 7.1).
 */
export function mayChange(
  state: DossierState,
  openTargets: ReadonlySet<FixTarget>,
  target: FixTarget,
): boolean {
  if (state === 'draft') return !isContentTarget(target)
  if (state === 'returned' || state === 'returned_by_province') return openTargets.has(target)
  return false
}

/** Whether nobody has mended an item of a fix-list, or said why it cannot be. */
export function isOpenItem(item: { mendedAt: Date | null; cannotMend: string | null }): boolean {
  return item.mendedAt === null && item.cannotMend === null
}
