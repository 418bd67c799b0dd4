import { producerIdsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { addDays, dayOf, daysBetween, showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkPart } from '#platform/ui/index.ts'
import { paperSoonDays } from './paper-status.ts'
import { listExpiringPapers } from './paper-store.ts'
import { isNewcomer } from './producer-rights.ts'
import type { ProducerTables } from './producer-store.ts'
import './text.ts'

/** What waits for a producer's people: to register it, when they were invited before; papers that run out. */
export async function producerWork(ctx: Ctx<ProducerTables>, t: Translate): Promise<WorkPart[]> {
  return isNewcomer(ctx.actor) ? [registration(t)] : endingPapers(ctx, t)
}

function registration(t: Translate): WorkPart {
  return {
    key: 'registration',
    title: t('producers:work.register_title'),
    lead: t('producers:work.register_lead'),
    urgent: true,
    lines: [
      {
        href: '/producers/new',
        title: t('producers:work.register'),
        note: t('producers:work.register_note'),
        action: { label: t('producers:work.register_action'), href: '/producers/new', primary: true },
      },
    ],
  }
}

/** The papers of a producer that run out or have run out; nothing where there are none. */
async function endingPapers(ctx: Ctx<ProducerTables>, t: Translate): Promise<WorkPart[]> {
  const today = dayOf(ctx.now)
  const producerIds = producerIdsOf(ctx.actor)
  const papers = await listExpiringPapers(ctx.db, { producerIds, until: addDays(today, paperSoonDays) })
  if (papers.length === 0) return []
  return [
    {
      key: 'papers',
      title: t('producers:work.title'),
      urgent: true,
      lines: papers.map(({ producerId, kind, number, validTo }) => ({
        href: `/producers/${producerId}/papers`,
        title: t(`producers:paper.${kind}`),
        note: number ?? '',
        clock: validTo
          ? {
              text: t('producers:work.valid_to', { day: showDay(validTo) }),
              daysLeft: daysBetween(today, validTo),
            }
          : undefined,
      })),
    },
  ]
}
