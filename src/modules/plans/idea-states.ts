/** Where an idea stands: with its producer, with the commune, or decided for the yearly plan. */
export const ideaStates = ['draft', 'sent', 'returned', 'accepted', 'declined'] as const
export type IdeaState = (typeof ideaStates)[number]

/** What the commune may answer to an idea that was sent. */
export const ideaAnswers = ['accepted', 'returned', 'declined'] as const
export type IdeaAnswer = (typeof ideaAnswers)[number]

/** An idea may be written on until it is sent, and again when it was sent back. */
export function isOpenIdea(state: IdeaState): boolean {
  return state === 'draft' || state === 'returned'
}

/** Sending back and declining say why. */
export function needsWords(answer: IdeaAnswer): boolean {
  return answer !== 'accepted'
}
