/** What a consultant is asked for. The programme's own list, not the law's. */
export const consultantFields = [
  'product_planning',
  'dossier',
  'quality',
  'packaging',
  'story',
  'market',
  'tourism',
] as const

export type ConsultantField = (typeof consultantFields)[number]

export const consultantKinds = ['organisation', 'person'] as const
export type ConsultantKind = (typeof consultantKinds)[number]

/** Where a consultant stands in the register. */
export const consultantStates = ['applied', 'declined', 'active', 'suspended', 'removed'] as const
export type ConsultantState = (typeof consultantStates)[number]

export const decisionOutcomes = ['register', 'decline', 'suspend', 'resume', 'remove'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

const leadsTo: Readonly<Record<ConsultantState, Partial<Record<DecisionOutcome, ConsultantState>>>> = {
  applied: { register: 'active', decline: 'declined' },
  declined: {},
  active: { suspend: 'suspended', remove: 'removed' },
  suspended: { resume: 'active', remove: 'removed' },
  removed: {},
}

/** What may be decided about a consultant who stands so, and what they become by it. */
export function outcomesFrom(state: ConsultantState): DecisionOutcome[] {
  return Object.keys(leadsTo[state]) as DecisionOutcome[]
}

/** What the decision makes of the consultant; null where there is nothing of the kind to decide. */
export function stateAfter(state: ConsultantState, outcome: DecisionOutcome): ConsultantState | null {
  return leadsTo[state][outcome] ?? null
}

/** Decisions against a consultant give their reason. */
export function needsReason(outcome: DecisionOutcome): boolean {
  return outcome !== 'register' && outcome !== 'resume'
}
