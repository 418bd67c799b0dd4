import { PublicPage, StatusBadge, Tabs, useView } from '#platform/ui/index.ts'
import type { ClassifiedSet, ProductGroup } from '../classification.ts'
import type { Regime } from '../regime.ts'
import { nameIn } from './wording.ts'

interface CriteriaSetsPageProps {
  /** Regimes that have sheets of their own, newest first. */
  regimes: readonly { regime: Regime; inForce: boolean; sheets: number }[]
  chosen: Regime
  groups: readonly ProductGroup[]
  published: ReadonlySet<string>
}

/** The product sets of a regime by group, each with its sheet. */
export function CriteriaSetsPage({ regimes, chosen, groups, published }: CriteriaSetsPageProps) {
  const { t, locale } = useView()
  const label = ({ regime, inForce }: { regime: Regime; inForce: boolean }) =>
    inForce ? `${nameIn(locale, regime)} (${t('regulation:list.in_force')})` : nameIn(locale, regime)
  return (
    <PublicPage
      title={t('regulation:list.title')}
      description={t('regulation:list.lead')}
      canonical="/bo-tieu-chi"
    >
      <div class="wrap py-8">
        <h1 class="text-3xl">{t('regulation:list.title')}</h1>
        <p class="mt-2 max-w-3xl text-lg text-ink-2">{t('regulation:list.lead')}</p>
        <p class="mt-2">
          <a class="lnk" href="/luat">
            {t('regulation:list.law')}
          </a>
        </p>
        <div class="mt-6">
          <Tabs
            label={t('regulation:list.regimes')}
            items={regimes.map((one) => ({
              href: `/bo-tieu-chi?quy-dinh=${one.regime.id}`,
              label: label(one),
              count: one.sheets,
              current: one.regime.id === chosen.id,
            }))}
          />
        </div>
        <div class="mt-6 grid gap-8">
          {groups.map((group) => (
            <Group key={group.code} {...{ group, published }} />
          ))}
        </div>
      </div>
    </PublicPage>
  )
}

function Group({ group, published }: { group: ProductGroup; published: ReadonlySet<string> }) {
  const { locale } = useView()
  return (
    <section>
      <h2 class="text-xl">
        {group.code}. {nameIn(locale, group)}
      </h2>
      <div class="mt-3 grid gap-x-8 gap-y-5 md:grid-cols-2 lg:grid-cols-3">
        {group.subgroups.map((subgroup) => (
          <div key={subgroup.code}>
            <h3 class="text-base text-ink-2">{nameIn(locale, subgroup)}</h3>
            <ul class="mt-1 grid gap-1">
              {subgroup.sets.map((set) => (
                <SetLine key={set.id} set={set} published={published.has(set.id)} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function SetLine({ set, published }: { set: ClassifiedSet; published: boolean }) {
  const { t, locale } = useView()
  const name = t('regulation:set.name', { no: set.productSetNo, name: nameIn(locale, set) })
  if (published) {
    return (
      <li>
        <a class="lnk inline-flex min-h-8 items-center" href={`/bo-tieu-chi/${set.id}`}>
          {name}
        </a>
      </li>
    )
  }
  return (
    <li class="flex flex-wrap items-center gap-2">
      <span>{name}</span>
      <StatusBadge tone="neutral">
        {t(set.sheet === 'missing' ? 'regulation:list.missing' : 'regulation:list.unpublished')}
      </StatusBadge>
    </li>
  )
}
