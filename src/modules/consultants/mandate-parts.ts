/** The parts of a dossier that a mandate can give into a consultant's hands. */
export const mandateParts = ['forms', 'self_assessment', 'evidence', 'story'] as const
export type MandatePart = (typeof mandateParts)[number]

/** Who pays the fee, where there is one. */
export const payers = ['producer', 'province', 'project'] as const
export type Payer = (typeof payers)[number]

/** The two sides that sign. */
export type Side = 'producer' | 'consultant'

export const otherSide = (side: Side): Side => (side === 'producer' ? 'consultant' : 'producer')
