import type { Ctx } from '#platform/ctx.ts'
import { dayOf, showDay } from '#platform/dates.ts'
import type { Locale } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkPart } from '#platform/ui/index.ts'
import type { RegulationTables } from './criteria-set-store.ts'
import { regimesOn } from './deadlines.ts'
import { lawRegimes } from './law-files.ts'
import { mayReadDrafts } from './may-tend-law.ts'
import { listCriteriaSetDrafts } from './read-criteria-set-drafts.ts'
import './text.ts'

/** For who tends the law or audits it: which regimes are in force today, how many sheets are published. */
export async function regulationWork(
  ctx: Ctx<RegulationTables>,
  t: Translate,
  locale: Locale,
): Promise<WorkPart[]> {
  if (!mayReadDrafts(ctx.actor)) return []
  const sets = await listCriteriaSetDrafts(ctx)
  const count = (wanted: (typeof sets)[number]['state']) =>
    sets.filter(({ state }) => state === wanted).length
  const inForce = regimesOn(lawRegimes(), dayOf(ctx.now))
  const names = inForce.map(({ nameVi, nameEn, inForceFrom }) =>
    t('regulation:work.regime', { name: locale === 'en' ? nameEn : nameVi, day: showDay(inForceFrom) }),
  )
  return [
    {
      key: 'law',
      title: t('regulation:work.title'),
      lead: t('regulation:work.in_force', { names: names.join('; ') }),
      quiet: true,
      figures: (['published', 'draft', 'absent'] as const).map((state) => ({
        label: t(`regulation:work.${state}`),
        count: count(state),
        href: '/admin/criteria-sets',
      })),
      lines: [],
      all: { href: '/admin/criteria-sets', label: t('regulation:work.all') },
    },
  ]
}
