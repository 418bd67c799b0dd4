/** The fifteen rows of the evidence table of Form 02 (QĐ 26/2026/QĐ-TTg, Appendix III), in its order. */
export const form02Papers = [
  'business_registration',
  'production_eligibility',
  'raw_material',
  'environment',
  'local_labour',
  'growth',
  'intellectual_property',
  'market',
  'publicity',
  'product_story',
  'quality_declaration',
  'test_results',
  'barcode_traceability',
  'quality_system',
  'awards',
] as const

export type Form02Paper = (typeof form02Papers)[number]

/** What papers a producer keeps: those of Form 02, what founds a group or a body of tourism, and any other. */
export const paperKinds = [...form02Papers, 'cooperation_contract', 'founding_decision', 'other'] as const

export type PaperKind = (typeof paperKinds)[number]

export function isVaultKind(text: string): text is PaperKind {
  return paperKinds.some((kind) => kind === text)
}

/** The row of Form 02 that a paper of this kind belongs to; a group's contract stands where others have a registration. */
export function form02RowOf(kind: PaperKind): Form02Paper | null {
  if (kind === 'cooperation_contract' || kind === 'founding_decision') return 'business_registration'
  return kind === 'other' ? null : kind
}
