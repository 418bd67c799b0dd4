import { showDay } from '#platform/dates.ts'
import { Button, Facts, Note, StarBadge } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { CertificateStatus } from '../certificate-status.ts'
import { TruthBand } from './truth-band.tsx'
import { TruthDocument } from './truth-document.tsx'

/** What the truth page says of a certificate. Nothing in it comes from anywhere but the certificate and its events. */
export interface Truth {
  code: string
  status: CertificateStatus
  daysLeft: number
  checkedAt: { time: string; day: string }
  address: string
  /** The product's own page, under which search engines should know it. */
  canonical: string
  isDemo: boolean
  stars: number
  product: {
    name: string
    href: string
    picture: string | undefined
    code: string | null
    story: string | null
  }
  producer: string
  place: { today: string; before: string | null }
  certificate: { number: string; issuedOn: string; expiresOn: string }
  decision: { number: string; decidedOn: string; post: string }
  revocation: { number: string; revokedOn: string; ground: string; byCentre: boolean } | null
  /** The newer certificate of the same product, where there is one. */
  replacedBy: { code: string; stars: number } | null
}

/** Whether the star on a pack counts today, for somebody who holds the pack. */
export function TruthPage({ truth }: { truth: Truth }) {
  const { t } = useView()
  const { code, status, product, producer, stars, checkedAt, address } = truth
  const word = t(`recognition:truth.word.${status}`)
  return (
    <TruthDocument
      title={`${word}: ${product.name}`}
      description={t('recognition:truth.description', { product: product.name, stars })}
      image={product.picture}
      canonical={truth.canonical}
      // An engine's copy or excerpt would go on saying what no longer counts.
      robots="noarchive, nosnippet"
      isDemo={truth.isDemo}
    >
      <TruthBand
        {...{ status, checkedAt }}
        sentence={sentenceOf(truth, t)}
        address={{ before: address.replace(/^https?:\/\//, ''), code }}
      />
      <section class="px-5 pt-5 pb-6" aria-labelledby="name">
        <ProductPicture product={product} muted={status === 'expired' || status === 'revoked'} />
        <h2 id="name" class="mt-4 text-2xl">
          {product.name}
        </h2>
        <p class="text-lg text-ink-2">{producer}</p>
        <p class="mt-4">
          <StarBadge {...{ stars, status }} note={badgeNote(truth, t)} size="lg" />
        </p>
        <div class="mt-5 border-t border-line pt-4">
          <Facts items={factsOf(truth, t)} />
        </div>
        <Advice truth={truth} />
      </section>
      <After truth={truth} />
    </TruthDocument>
  )
}

type Translate = ReturnType<typeof useView>['t']

function sentenceOf({ status, daysLeft, revocation }: Truth, t: Translate): string {
  if (status === 'expiring') return t('recognition:truth.sentence.expiring', { count: daysLeft })
  if (status === 'revoked' && revocation?.byCentre) return t('recognition:truth.sentence.revoked_by_centre')
  return t(`recognition:truth.sentence.${status}`)
}

function badgeNote({ status, certificate, revocation, daysLeft }: Truth, t: Translate): string {
  if (status === 'revoked') return showDay(revocation?.revokedOn ?? '')
  if (status === 'expired') return showDay(certificate.expiresOn)
  if (status === 'expiring') return t('recognition:badge.days_left', { count: daysLeft })
  return t('recognition:badge.until', { day: showDay(certificate.expiresOn) })
}

function ProductPicture({ product, muted }: { product: Truth['product']; muted: boolean }) {
  const { t } = useView()
  const { picture, name } = product
  return (
    <img
      class={`pic rounded-box${muted ? ' grayscale-[.6]' : ''}`}
      src={picture ?? '/art/mau.svg'}
      alt={picture ? t('platform:product.picture', { name }) : t('platform:product.no_picture')}
      width="640"
      height="480"
    />
  )
}

function factsOf(truth: Truth, t: Translate): [string, string][] {
  const { certificate, decision, revocation, product, place, status } = truth
  const revoked: [string, string][] = revocation
    ? [
        [t('recognition:fact.revoked_on'), showDay(revocation.revokedOn)],
        [t('recognition:fact.revoking_decision'), revocation.number],
        [t('recognition:fact.ground'), t(`recognition:ground.${revocation.ground}`)],
      ]
    : []
  const until = status === 'expired' ? 'recognition:fact.expired_on' : 'recognition:fact.valid_to'
  return [
    ...revoked,
    ...(revocation ? [] : [[t(until), showDay(certificate.expiresOn)] as [string, string]]),
    [
      t('recognition:fact.decision'),
      t('recognition:fact.decision_value', { number: decision.number, day: showDay(decision.decidedOn) }),
    ],
    [t('recognition:fact.authority'), decision.post],
    [t('recognition:fact.certificate'), certificate.number],
    ...(product.code ? [[t('recognition:fact.product_code'), product.code] as [string, string]] : []),
    [
      t('recognition:fact.place'),
      place.before
        ? t('recognition:fact.place_before', { today: place.today, before: place.before })
        : place.today,
    ],
  ]
}

function Advice({ truth: { status, replacedBy } }: { truth: Truth }) {
  const { t } = useView()
  return (
    <>
      {replacedBy && (
        <Note tone="info" class="mt-5">
          {t('recognition:truth.replaced', { stars: replacedBy.stars })}{' '}
          <a class="lnk" href={`/v/${replacedBy.code}`}>
            {replacedBy.code}
          </a>
        </Note>
      )}
      {status === 'expired' && !replacedBy && (
        <Note tone="info" class="mt-5">
          {t('recognition:truth.advice.expired')}
        </Note>
      )}
      {status === 'revoked' && (
        <Note tone="error" class="mt-5">
          {t('recognition:truth.advice.revoked')}
        </Note>
      )}
    </>
  )
}

function After({ truth: { code, status, product } }: { truth: Truth }) {
  const { t } = useView()
  const inForce = status === 'valid' || status === 'expiring'
  return (
    <>
      {inForce && product.story && (
        <section class="px-5 pb-6" aria-labelledby="story">
          <h2 id="story" class="text-xl">
            {t('recognition:truth.story')}
          </h2>
          {product.story.split(/\n+/).map((paragraph) => (
            <p key={paragraph} class="mt-2">
              {paragraph}
            </p>
          ))}
        </section>
      )}
      <section class="noprint flex flex-col gap-2 px-5 pb-8">
        {inForce ? (
          <Button href={product.href} variant="primary">
            {t('recognition:truth.to_product')}
          </Button>
        ) : (
          <Button href="/san-pham?trang-thai=con-hieu-luc" variant="secondary">
            {t('recognition:truth.to_others')}
          </Button>
        )}
        <Button href={`/v/${code}/certificate.pdf`} icon="file-badge">
          {t('recognition:truth.to_certificate')}
        </Button>
      </section>
    </>
  )
}
