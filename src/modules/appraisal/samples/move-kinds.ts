/** How far a lot has come: from the moment it is received until none of it is kept any more. */
export const lotStates = ['received', 'sealed', 'stored', 'closed'] as const
export type LotState = (typeof lotStates)[number]

export const moveKinds = [
  'receive',
  'seal',
  'store',
  'take_over',
  'tasting',
  'bring_back',
  'test',
  'return',
  'destroy',
  'lose',
] as const
export type MoveKind = (typeof moveKinds)[number]

/** Where units go that are kept no longer. */
export const bucketOf = {
  tasting: 'tasted',
  test: 'tested',
  return: 'returned',
  destroy: 'destroyed',
  lose: 'lost',
} as const satisfies Partial<Record<MoveKind, string>>

/** A step that takes units out of the store. */
export type TakingOut = keyof typeof bucketOf

/**
 * Which step may be taken with a lot in which state. Units are sealed before they are stored, and stored before they are
 * tasted; they can be returned, destroyed or lost from the first hour.
 */
const statesFor: Readonly<Record<Exclude<MoveKind, 'receive'>, readonly LotState[]>> = {
  seal: ['received'],
  store: ['sealed', 'stored'],
  take_over: ['received', 'sealed', 'stored'],
  tasting: ['stored'],
  bring_back: ['stored', 'closed'],
  test: ['sealed', 'stored'],
  return: ['received', 'sealed', 'stored'],
  destroy: ['received', 'sealed', 'stored'],
  lose: ['received', 'sealed', 'stored'],
}

export type Step = keyof typeof statesFor

export function isStep(text: string): text is Step {
  return text in statesFor
}

export function isTakingOut(kind: MoveKind): kind is TakingOut {
  return kind in bucketOf
}

/** The steps that the keeper of a lot may take with it now; anybody else who handles samples only takes it over. */
export function stepsOf({
  state,
  tasted,
  isKeeper,
}: {
  state: LotState
  tasted: number
  isKeeper: boolean
}): Step[] {
  const steps = (Object.keys(statesFor) as Step[]).filter((step) => statesFor[step].includes(state))
  return steps.filter((step) => (step === 'take_over') !== isKeeper && (step !== 'bring_back' || tasted > 0))
}
