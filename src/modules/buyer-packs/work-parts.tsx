import { producerIdsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine, WorkPart } from '#platform/ui/index.ts'
import type { BuyerPackTables } from './buyer-pack-tables.ts'
import { endedSince, partName } from './offer-words.ts'
import { listPacks } from './pack-store.ts'
import { type PackToday, readPacks } from './read-packs.ts'
import './text.ts'

const shown = 5

/** For a producer with packs: those in which something has ended, or that all of them are whole. */
export async function buyerPackWork(ctx: Ctx<BuyerPackTables>, t: Translate): Promise<WorkPart[]> {
  const packs = await readPacks(ctx, await listPacks(ctx.db, producerIdsOf(ctx.actor)))
  if (packs.length === 0) return []
  const weak = packs.filter(({ standing }) => standing.weakenedBy.length > 0)
  return [
    {
      key: 'buyer_packs',
      title: t('buyer-packs:work.title'),
      urgent: weak.length > 0,
      quiet: weak.length === 0,
      lines: weak.slice(0, shown).map((today) => lineOf(today, t)),
      empty: t('buyer-packs:work.whole'),
      all: { href: '/buyer-packs', label: t('buyer-packs:work.all') },
    },
  ]
}

function lineOf({ pack, standing }: PackToday, t: Translate): WorkLine {
  const href = `/buyer-packs/${pack.id}`
  const said = standing.weakenedBy.map((part) =>
    t('buyer-packs:work.by', { name: partName(part, t), day: endedSince(part) }),
  )
  return {
    href,
    title: pack.name,
    note: said.join(' · '),
    isDemo: pack.isDemo,
    action: { label: t('buyer-packs:work.open'), href },
  }
}
