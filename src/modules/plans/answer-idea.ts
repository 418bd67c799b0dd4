import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { isYear } from './idea-form.ts'
import { type IdeaAnswer, ideaAnswers, needsWords } from './idea-states.ts'
import { findIdeaForUpdate, updateIdea } from './idea-store.ts'
import { answersFor, plansSeenBy } from './plan-rights.ts'
import type { PlanTables, ProductIdeaRow } from './plan-tables.ts'

/** The commune's answer as it was typed. */
export interface TypedAnswer {
  answer: string
  words: string
  /** The year of the plan that takes the idea in. */
  plannedYear: string
}

export type AnswerFaults = Partial<Record<keyof TypedAnswer, string>>

/** What is wrong with an answer as typed, by field. */
export function answerFaults({ answer, words, plannedYear }: TypedAnswer, thisYear: number): AnswerFaults {
  const faults: AnswerFaults = {}
  if (!isAnswer(answer)) faults.answer = 'choose'
  else if (needsWords(answer) && words === '') faults.words = 'say_why'
  if (words.length > 2000) faults.words = 'too_long'
  if (answer === 'accepted' && !isYear(plannedYear, thisYear)) faults.plannedYear = 'year'
  return faults
}

/**
 * The commune's officer takes an idea into the plan of a year, sends it back with words, or declines it with a reason.
 * Nothing of it is a decision on recognition.
 * @throws Refusal `not_found` out of reach; `forbidden` for a reader; `invalid` with `faults`; `conflict` when it does
 *   not wait for an answer
 */
export function answerIdea(
  ctx: Ctx<PlanTables>,
  { ideaId, typed }: { ideaId: string; typed: TypedAnswer },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const idea = await lockToAnswer(ctx, ideaId)
    const { answer, words, plannedYear } = readAnswer(typed, yearOf(dayOf(ctx.now)))
    const decided = { decidedBy: ctx.actor.id, decidedAt: ctx.now, updatedAt: ctx.now }
    await updateIdea(ctx.db, idea, { state: answer, answer: words, plannedYear, ...decided })
    const facts = { name: idea.name, producerId: idea.producerId, words, plannedYear }
    await record(ctx, `product_idea.${answer}`, `product_idea:${ideaId}`, facts)
  })
}

async function lockToAnswer(ctx: Ctx<PlanTables>, ideaId: string): Promise<ProductIdeaRow> {
  const idea = isId(ideaId) ? await findIdeaForUpdate(ctx.db, ideaId, plansSeenBy(ctx.actor)) : undefined
  if (!idea) throw new Refusal('not_found', 'plans.idea_unknown')
  if (!answersFor(ctx.actor, idea.unitPath)) throw new Refusal('forbidden', 'plans.for_commune')
  if (idea.state !== 'sent') throw new Refusal('conflict', 'plans.idea_not_waiting')
  return idea
}

function readAnswer(typed: TypedAnswer, thisYear: number) {
  const faults = answerFaults(typed, thisYear)
  const { answer, words, plannedYear } = typed
  if (!isAnswer(answer) || Object.keys(faults).length > 0)
    throw new Refusal('invalid', 'plans.faulty', { faults })
  return {
    answer,
    words: words || null,
    plannedYear: answer === 'accepted' ? Number(plannedYear) : null,
  }
}

function isAnswer(text: string): text is IdeaAnswer {
  return ideaAnswers.some((answer) => answer === text)
}
