import { type Form02Paper, form02Papers } from '#modules/producers/index.ts'

/** The fifteen rows of the evidence table of Form 02 (QĐ 26/2026/QĐ-TTg, Appendix III), in its order. */
export const paperKinds = form02Papers

export type PaperKind = Form02Paper

/** The papers that the decision asks of every producer to whom they apply; the others only support the points. */
export const expectedPapers = [
  'business_registration',
  'production_eligibility',
  'quality_declaration',
] as const satisfies readonly PaperKind[]

export function isPaperKind(text: string): text is PaperKind {
  return (paperKinds as readonly string[]).includes(text)
}
