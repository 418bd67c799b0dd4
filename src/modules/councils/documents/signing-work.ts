import type { Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkPart } from '#platform/ui/index.ts'
import type { CouncilTables } from '../council-tables.ts'
import { findSession } from '../session-store.ts'
import { listAwaited } from './document-store.ts'
import './text.ts'

const shown = 6

/** The sessions whose documents await the person's signature; null when there are none. */
export async function signingWork(ctx: Ctx<CouncilTables>, t: Translate): Promise<WorkPart | null> {
  const awaited = await listAwaited(ctx.db, ctx.actor.id ?? '')
  if (awaited.length === 0) return null
  const lines = await Promise.all(
    awaited.slice(0, shown).map(async ({ sessionId, count }) => {
      const session = await findSession(ctx.db, sessionId)
      const href = `/sessions/${sessionId}/documents`
      const day = session ? showDay(session.heldOn) : ''
      return {
        href,
        title: session?.name ?? '',
        note: [day, t('documents:work.line', { count: Number(count) })].filter(Boolean).join(' · '),
        action: { href, label: t('documents:work.action'), primary: true },
      }
    }),
  )
  return { key: 'signing', title: t('documents:work.title'), urgent: true, figures: [], lines }
}
