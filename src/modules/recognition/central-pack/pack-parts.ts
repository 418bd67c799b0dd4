import type { DossierKind } from '#modules/dossiers/index.ts'

/** What a province sends the ministry with a product that averaged 90 or more, in the order of art. 6.3a. */
export const packParts = [
  'letter',
  'appraisal',
  'council',
  'approval',
  'dossier',
  'tests',
  'samples',
] as const

export type PackPart = (typeof packParts)[number]

/** What a reassessment is sent with: no minutes and no approval, for the council answered in writing (art. 6.3a, 7.6). */
const ofReassessment: readonly PackPart[] = ['letter', 'appraisal', 'dossier', 'tests', 'samples']

/** Parts that are only there when something of the kind was asked for. */
const whereAsked: readonly PackPart[] = ['tests', 'samples']

/** The parts that the pack of such a dossier has (QĐ 26/2026/QĐ-TTg, art. 6.3). */
export function partsOf(kind: DossierKind): readonly PackPart[] {
  return kind === 'reassessment' ? ofReassessment : packParts
}

/** The parts that the law asks for and that the pack does not hold; the letter is told apart, for it is written last. */
export function missingParts(kind: DossierKind, held: ReadonlySet<PackPart>): PackPart[] {
  return partsOf(kind).filter((part) => part !== 'letter' && !whereAsked.includes(part) && !held.has(part))
}
