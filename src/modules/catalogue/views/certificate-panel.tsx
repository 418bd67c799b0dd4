import { showDay } from '#platform/dates.ts'
import { ClockBar, Facts, Icon, Timeline, useView } from '#platform/ui/index.ts'
import type { PastRecognition, ProductFacts } from './product-page.tsx'

/** What the star rests on: decision, number, days; and every recognition before it. */
export function CertificatePanel({
  product,
  history,
}: {
  product: ProductFacts
  history: readonly PastRecognition[]
}) {
  const { t } = useView()
  const [shown] = history
  if (!shown) return null
  const counts = product.status === 'valid' || product.status === 'expiring'
  return (
    <section class="panel p-5" aria-labelledby="certificate">
      <h2 id="certificate" class="flex items-center gap-2 text-xl">
        <Icon name="award" class="text-primary" />
        {t('catalogue:certificate.title')}
      </h2>
      <div class="mt-4">
        <Facts items={factsOf(shown, t)} />
      </div>
      {counts && (
        <div class="mt-4">
          <ClockBar share={product.shareLeft} status={product.status === 'valid' ? 'valid' : 'expiring'} />
          <p class="mt-2 flex justify-between text-sm text-ink-2">
            <span>{t('catalogue:certificate.days_left', { count: product.daysLeft })}</span>
            <span>{t('catalogue:certificate.of_36')}</span>
          </p>
        </div>
      )}
      {shown.source === 'import' && <p class="mt-4 text-ink-2">{t('catalogue:certificate.import')}</p>}
      <h3 class="mt-5 mb-3 border-t border-line pt-4 font-semibold">{t('catalogue:certificate.history')}</h3>
      <Timeline items={history.map((row) => told(row, t))} />
    </section>
  )
}

type Translate = ReturnType<typeof useView>['t']

function factsOf(row: PastRecognition, t: Translate) {
  const facts: [string, string | null][] = [
    [t('catalogue:certificate.rank'), t('catalogue:list.stars', { count: row.stars })],
    [t('catalogue:certificate.number'), row.certificateNumber],
    [
      t('catalogue:certificate.decision'),
      row.decisionNumber && row.decidedOn
        ? t('catalogue:certificate.decision_of', { number: row.decisionNumber, day: row.decidedOn })
        : t('catalogue:certificate.no_decision'),
    ],
    [t('catalogue:certificate.issuer'), row.facts?.issuer.name ?? t(`catalogue:level.${row.level}`)],
    [t('catalogue:certificate.product_code'), row.facts?.product.code ?? null],
    [t('catalogue:certificate.from'), row.recognisedOn ? showDay(row.recognisedOn) : String(row.year)],
    [t('catalogue:certificate.until'), row.source === 'import' ? null : showDay(row.expiresOn)],
  ]
  return facts.filter((fact): fact is [string, string] => fact[1] !== null)
}

function told(row: PastRecognition, t: Translate) {
  const tones = {
    valid: 'success',
    expiring: 'warning',
    expired: 'neutral',
    revoked: 'error',
    unconfirmed: 'neutral',
  } as const
  return {
    title: t('catalogue:certificate.recognised', {
      count: row.stars,
      level: t(`catalogue:level.${row.level}`),
    }),
    at: row.recognisedOn ? showDay(row.recognisedOn) : String(row.year),
    tone: tones[row.status],
    detail: (
      <>
        {t(`recognition:status.${row.status}`)}
        {row.code && (
          <>
            {' · '}
            <a class="lnk" href={`/v/${row.code}`}>
              {row.code}
            </a>
          </>
        )}
      </>
    ),
  }
}
