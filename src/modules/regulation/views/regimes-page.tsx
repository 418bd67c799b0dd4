import { dayOf } from '#platform/dates.ts'
import { Note, PublicPage, Timeline, useView } from '#platform/ui/index.ts'
import type { Regime } from '../regime.ts'
import { RegimePanel, spanOf } from './regime-panel.tsx'
import { nameIn } from './wording.ts'

/** The regimes on a time line, newest first: which is in force today, who recognises, which clocks run. */
export function RegimesPage({ current, former }: { current: readonly Regime[]; former: readonly Regime[] }) {
  const { t, now, locale } = useView()
  const line = [...current, ...former].map((regime) => ({
    title: (
      <a class="lnk" href={`#${regime.id}`}>
        {nameIn(locale, regime)}
      </a>
    ),
    at: spanOf(regime, t),
    tone: current.includes(regime) ? ('success' as const) : ('neutral' as const),
  }))
  return (
    <PublicPage
      title={t('regulation:regimes.title')}
      description={t('regulation:regimes.lead')}
      canonical="/luat"
    >
      <div class="wrap py-8">
        <h1 class="text-3xl">{t('regulation:regimes.title')}</h1>
        <p class="mt-2 max-w-3xl text-lg text-ink-2">{t('regulation:regimes.lead')}</p>
        <h2 class="mt-8 mb-3 text-xl">{t('regulation:regimes.timeline')}</h2>
        <Timeline items={line} />
        <h2 class="mt-8 text-xl">{t('regulation:regimes.today', { day: dayOf(now) })}</h2>
        <RegimeList regimes={current} inForce />
        <Note tone="info" class="mt-6">
          {t('regulation:regimes.overlap')}
        </Note>
        <h2 class="mt-8 text-xl">{t('regulation:regimes.former')}</h2>
        <RegimeList regimes={former} />
      </div>
    </PublicPage>
  )
}

function RegimeList({ regimes, inForce = false }: { regimes: readonly Regime[]; inForce?: boolean }) {
  return (
    <ol class="mt-3 grid gap-5">
      {regimes.map((regime) => (
        <li key={regime.id} id={regime.id}>
          <RegimePanel {...{ regime, inForce }} />
        </li>
      ))}
    </ol>
  )
}
