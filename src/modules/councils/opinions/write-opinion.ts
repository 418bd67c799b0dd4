import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { mayStillBeScored } from '../conflicts/undeclared.ts'
import type { CouncilTables } from '../council-tables.ts'
import { advises } from '../positions.ts'
import { askToBeImpartial, enterDossier } from '../session-room.ts'
import { insertOpinion } from './opinion-store.ts'

/** How long an opinion may be, in characters. */
export const mostWords = 5000

/**
 * Somebody who advises the council (its advisory team, an invited consultant or association: QĐ 26/2026/QĐ-TTg, art. 7.3b)
 * writes what they think of a dossier, for the members to read. It is no score, and is added to, never changed.
 */
export function writeOpinion(
  ctx: Ctx<CouncilTables>,
  input: { sessionId: string; dossierId: string; words: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { sessionId, dossierId } = input
    const room = await enterDossier(ctx, input, 'share')
    const { seat, item, council } = room
    if (!seat || !advises(seat)) throw new Refusal('forbidden', 'councils.not_an_adviser')
    askToBeImpartial(room)
    if (!mayStillBeScored(item)) throw new Refusal('conflict', 'councils.dossier_closed')
    const words = input.words.trim()
    if (words === '') throw new Refusal('invalid', 'councils.opinion_missing')
    if (words.length > mostWords)
      throw new Refusal('invalid', 'councils.opinion_too_long', { most: mostWords })
    const id = newId(ctx.now.getTime())
    const { personId } = seat
    const opinion = { id, sessionId, dossierId, councilId: council.id, personId, words, writtenAt: ctx.now }
    await insertOpinion(ctx.db, opinion)
    await record(ctx, 'council_opinion.written', `council_session:${sessionId}`, { dossierId, opinionId: id })
  })
}
