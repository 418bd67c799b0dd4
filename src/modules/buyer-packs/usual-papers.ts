import type { PaperKind } from '#modules/producers/index.ts'

/**
 * What buyers for shops, kitchens and export usually ask for, in the order of a pack: who sells, whether the goods are
 * safe, where they come from, whose brand it is. Ours, to put these first; any paper may go into a pack.
 */
export const usualPapers: readonly PaperKind[] = [
  'business_registration',
  'production_eligibility',
  'quality_declaration',
  'test_results',
  'quality_system',
  'raw_material',
  'barcode_traceability',
  'intellectual_property',
]

/** Before the number of a kind: the usual ones in their order, the others after them. */
export function placeOfKind(kind: PaperKind): number {
  const place = usualPapers.indexOf(kind)
  return place < 0 ? usualPapers.length : place
}
