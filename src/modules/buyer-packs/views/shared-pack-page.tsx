import { dayOf, showDay, showTime } from '#platform/dates.ts'
import { Button, DemoLabel, Facts, Icon, Note, Panel, PublicPage, useView } from '#platform/ui/index.ts'
import type { BuyerPackShareRow } from '../buyer-pack-tables.ts'
import type { PackToday } from '../read-packs.ts'
import { OfferedPapers, OfferedProducts } from './pack-contents.tsx'
import { WeakenedBy } from './standing.tsx'

interface SharedPackPageProps {
  today: PackToday
  share: BuyerPackShareRow
}

/** What a buyer reads who holds the link: the offer as it is now, with everything to open and to take away. */
export function SharedPackPage({ today, share }: SharedPackPageProps) {
  const { t } = useView()
  const { pack, products, papers, standing } = today
  const here = `/chao-hang/${share.code}`
  const counting = papers.filter(({ hasEnded }) => !hasEnded)
  return (
    <PublicPage title={`${pack.name}, ${pack.producerName}`} robots="noindex, nofollow, noarchive">
      <div class="wrap max-w-4xl space-y-5 py-6 lg:py-10">
        <Head today={today} share={share} />
        <div class="noprint flex flex-wrap gap-3">
          {(['vi', 'en'] as const).map((locale) => (
            <Download key={locale} locale={locale} href={`${here}/ho-so.zip?lang=${locale}`} />
          ))}
        </div>
        <About today={today} />
        <Panel title={t('buyer-packs:form.products')}>
          <OfferedProducts products={products} href={({ slug }) => `/san-pham/${slug}`} />
        </Panel>
        {counting.length > 0 && (
          <Panel title={t('buyer-packs:form.papers')}>
            <OfferedPapers papers={counting} fileHref={(fileId) => `${here}/giay-to/${fileId}`} />
          </Panel>
        )}
        {standing.weakenedBy.length > 0 && (
          <Note tone="warning" title={t('buyer-packs:cover.ended')}>
            <WeakenedBy standing={standing} />
          </Note>
        )}
        <p class="text-sm text-ink-2">{t('buyer-packs:shared.until', { day: share.endsOn })}</p>
      </div>
    </PublicPage>
  )
}

function Head({ today: { pack } }: SharedPackPageProps) {
  const { t, now } = useView()
  return (
    <div>
      <p class="flex flex-wrap items-center gap-3 font-semibold text-ink-2">
        <Icon name="package-open" />
        {t('buyer-packs:one')}
        {pack.isDemo && <DemoLabel />}
      </p>
      <h1 class="mt-1 text-3xl">{pack.name}</h1>
      {pack.buyer && <p class="mt-1 text-lg">{t('buyer-packs:cover.to', { buyer: pack.buyer })}</p>}
      <p class="mt-1 text-lg">
        <a class="lnk" href={`/chu-the/${pack.producerId}`}>
          {pack.producerName}
        </a>
      </p>
      <p class="mt-1 text-ink-2">
        {t('buyer-packs:cover.as_of', { time: showTime(now).slice(0, 5), day: showDay(dayOf(now)) })}
      </p>
    </div>
  )
}

/** The zip in the reader's language stands out. */
function Download({ locale, href }: { locale: 'vi' | 'en'; href: string }) {
  const { t, locale: own } = useView()
  return (
    <Button href={href} variant={locale === own ? 'primary' : 'plain'} icon="download" download>
      {t(`buyer-packs:download_in.${locale}`)}
    </Button>
  )
}

function About({ today: { pack } }: { today: PackToday }) {
  const { t } = useView()
  if (!pack.contact && !pack.note) return null
  return (
    <Panel class="space-y-3">
      {pack.note && <p class="whitespace-pre-line">{pack.note}</p>}
      {pack.contact && <Facts items={[[t('buyer-packs:field.contact'), pack.contact]]} />}
    </Panel>
  )
}
