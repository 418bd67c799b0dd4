import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { leads } from '../positions.ts'
import { enterSession } from '../session-room.ts'
import { setShowsResults } from './stage-store.ts'

/** The chair allows results on the screen in the room, or takes them off it. They never become public by it. */
export function showResults(
  ctx: Ctx<CouncilTables>,
  { sessionId, showsResults }: { sessionId: string; showsResults: boolean },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { seat } = await enterSession(ctx, sessionId)
    if (!leads(seat)) throw new Refusal('forbidden', 'councils.not_the_chair')
    if (!(await setShowsResults(ctx.db, { sessionId, showsResults })))
      throw new Refusal('conflict', 'screen.nothing_called')
    const facts = { showsResults }
    await record(ctx, 'council_session.results_on_screen', `council_session:${sessionId}`, facts)
  })
}
