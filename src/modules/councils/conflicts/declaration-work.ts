import type { Ctx } from '#platform/ctx.ts'
import { showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkPart } from '#platform/ui/index.ts'
import type { CouncilTables } from '../council-tables.ts'
import { listDeclarationsDue } from './declaration-store.ts'
import './text.ts'

/** The sessions for which the actor has still to declare their interests; null where there is none. */
export async function declarationWork(ctx: Ctx<CouncilTables>, t: Translate): Promise<WorkPart | null> {
  if (ctx.actor.id === null) return null
  const due = await listDeclarationsDue(ctx.db, { personId: ctx.actor.id })
  if (due.length === 0) return null
  return {
    key: 'declarations',
    title: t('conflicts:work.title'),
    urgent: true,
    lines: due.map(({ sessionId, name, heldOn, place }) => {
      const href = `/sessions/${sessionId}/declaration`
      const note = [showDay(heldOn), place].join(' · ')
      return { href, title: name, note, action: { href, label: t('conflicts:work.declare'), primary: true } }
    }),
    empty: '',
    all: { href: '/my-scoring', label: t('conflicts:work.all') },
  }
}
