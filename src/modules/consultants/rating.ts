/** The three questions that a producer answers from 1 to 5 when a mandate is over. */
export const ratingQuestions = ['knowledge', 'diligence', 'guidance'] as const
export type RatingQuestion = (typeof ratingQuestions)[number]

/** How many ratings an average needs before it is shown in public: fewer would tell who gave them. */
export const ratingsToShow = 3

export type TypedRating = Record<RatingQuestion, number> & { words: string }

export type RatingFaults = Partial<Record<keyof TypedRating, string>>

/** What is wrong with a rating as typed, by question. */
export function ratingFaults(typed: TypedRating): RatingFaults {
  const faults: RatingFaults = {}
  for (const one of ratingQuestions) if (![1, 2, 3, 4, 5].includes(typed[one])) faults[one] = 'choose'
  if (typed.words.length > 2000) faults.words = 'too_long'
  return faults
}
