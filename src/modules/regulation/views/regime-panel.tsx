import type { Translate } from '#platform/text/translator.ts'
import { Facts, Panel, StatusBadge, useView } from '#platform/ui/index.ts'
import type { Regime } from '../regime.ts'
import { nameIn, textIn } from './wording.ts'

/** One regime: when, who recognises, bands, deadlines, transition, and what we know it from. */
export function RegimePanel({ regime, inForce }: { regime: Regime; inForce: boolean }) {
  const { t, locale } = useView()
  const { recognisedBy, bands, partMaxima, transition } = regime
  const posts = recognisedBy.map(
    ({ stars, postVi, postEn }) =>
      [t('regulation:regimes.stars', { stars }), locale === 'en' ? postEn : postVi] as const,
  )
  const parts = t('regulation:regimes.parts', { a: partMaxima.A, b: partMaxima.B, c: partMaxima.C })
  return (
    <Panel
      title={nameIn(locale, regime)}
      lead={spanOf(regime, t)}
      actions={
        inForce ? <StatusBadge tone="success">{t('regulation:list.in_force')}</StatusBadge> : undefined
      }
    >
      <p class="mb-4">{locale === 'en' ? regime.summaryEn : regime.summaryVi}</p>
      <Facts
        items={[
          ...posts,
          [t('regulation:regimes.bands'), <Bands key="bands" bands={bands} />],
          [t('regulation:regimes.sheets'), parts],
        ]}
      />
      <Lines title={t('regulation:regimes.deadlines')} lines={deadlinesOf(regime, t)} />
      {transition && (
        <Lines
          title={t('regulation:regimes.transition')}
          lines={locale === 'en' ? transition.textEn : transition.textVi}
        />
      )}
      <p class="mt-4 text-sm text-ink-2">
        {t('regulation:page.source')}: {textIn(locale, regime.source)}
      </p>
      <p class="mt-2 noprint">
        <a class="lnk" href={`/bo-tieu-chi?quy-dinh=${regime.criteriaOf}`}>
          {t('regulation:list.title')}
        </a>
      </p>
    </Panel>
  )
}

/** From when to when the regime is in force, in words. */
export function spanOf({ inForceFrom: from, inForceTo: to }: Regime, t: Translate): string {
  return to === null ? t('regulation:regimes.since', { from }) : t('regulation:regimes.span', { from, to })
}

function Bands({ bands }: { bands: Regime['bands'] }) {
  const { t } = useView()
  return (
    <span class="flex flex-wrap gap-x-4">
      {bands.map(({ rank, printed }) => (
        <span key={rank} class="whitespace-nowrap">
          {t('regulation:regimes.stars', { stars: rank })}: {printed}
        </span>
      ))}
    </span>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <h3 class="mt-4 text-base">{title}</h3>
      <ul class="list-disc pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

function deadlinesOf({ deadlines, certificateMonths: months }: Regime, t: Translate): string[] {
  const { communeWorkingDays, rounds, renewalWindow, reassessmentDays, revocationDays, expiryNoticeDays } =
    deadlines
  const line = (days: number | null, key: string) =>
    days === null ? [] : [t(`regulation:regimes.${key}`, { days })]
  const renewal = renewalWindow && {
    opens: renewalWindow.opensDaysBefore,
    closes: renewalWindow.closesDaysBefore,
  }
  return [
    ...line(communeWorkingDays, 'commune'),
    ...rounds.map(({ level, proposedBefore, doneBefore }) =>
      t('regulation:regimes.round', {
        from: dayAndMonth(proposedBefore),
        to: dayAndMonth(doneBefore),
        level: t(`regulation:regimes.level_${level}`),
      }),
    ),
    t('regulation:regimes.certificate', { months }),
    ...(renewal ? [t('regulation:regimes.renewal', renewal)] : []),
    ...line(reassessmentDays, 'reassessment'),
    ...line(revocationDays, 'revocation'),
    ...line(expiryNoticeDays, 'notice'),
  ]
}

/** `04-30` as people write it: 30/4. */
function dayAndMonth(monthDay: string): string {
  return monthDay.split('-').map(Number).reverse().join('/')
}
