import type { RecognisedProductRow, RecognitionStatus } from '#modules/recognition/index.ts'
import {
  Breadcrumbs,
  Button,
  DemoLabel,
  Facts,
  Note,
  PublicPage,
  StarBadge,
  type StarBadgeProps,
  useView,
} from '#platform/ui/index.ts'
import type { ShownProduct } from '../shown-product.ts'
import { CertificatePanel } from './certificate-panel.tsx'

export interface ProductFacts {
  slug: string
  name: string
  specification: string | null
  story: string | null
  picture: string | undefined
  producer: { id: string; name: string; kind: string }
  place: string
  /** What the place was called on the day of the recognition, where it has another name since. */
  placeBefore: string | null
  /** Of the certificate; null for what was recognised before certificates were kept here. */
  code: string | null
  status: RecognitionStatus
  daysLeft: number
  shareLeft: number
  isDemo: boolean
}

export type PastRecognition = RecognisedProductRow & { status: RecognitionStatus }

interface ProductPageProps {
  product: ProductFacts
  star: StarBadgeProps
  group: { code: string; name: string } | undefined
  history: readonly PastRecognition[]
  others: readonly ShownProduct[]
  description: string
  origin: string
  jsonLd: object
}

/** A product for somebody who wants to know it: what it is, whose, and what its star rests on. */
export function ProductPage(props: ProductPageProps) {
  const { t } = useView()
  const { product, group, description, origin } = props
  const crumbs = [
    { href: '/', label: t('catalogue:home.crumb') },
    { href: '/san-pham', label: t('platform:nav.products') },
    ...(group ? [{ href: `/san-pham?nhom=${group.code}`, label: group.name }] : []),
    { label: product.name },
  ]
  return (
    <PublicPage
      title={product.name}
      description={description}
      canonical={`${origin}/san-pham/${product.slug}`}
      image={product.picture && origin + product.picture}
      jsonLd={props.jsonLd}
    >
      <div class="wrap pt-6">
        <Breadcrumbs crumbs={crumbs} />
        <Head {...props} />
        <div class="mt-12 grid gap-10 lg:grid-cols-[1fr_24rem] lg:gap-14">
          <div class="space-y-12">
            <Story story={product.story} />
            <Others {...props} />
          </div>
          <aside class="space-y-6" aria-label={t('catalogue:product.aside')}>
            <CertificatePanel product={product} history={props.history} />
          </aside>
        </div>
      </div>
    </PublicPage>
  )
}

function Head({ product, star, group }: ProductPageProps) {
  const { t } = useView()
  const { name, producer, place, placeBefore, picture, status, code } = product
  const ended = status === 'expired' || status === 'revoked' || status === 'unconfirmed'
  return (
    <div class="mt-2 grid gap-6 lg:grid-cols-[1.1fr_1fr] lg:gap-12">
      <img
        class="pic rounded-box"
        src={picture ?? '/art/mau.svg'}
        alt={t(picture ? 'platform:product.picture' : 'platform:product.no_picture', { name })}
        width="800"
        height="600"
      />
      <div>
        <p class="flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-2">
          {place}
          {product.isDemo && <DemoLabel />}
        </p>
        <h1 class="mt-1 text-3xl lg:text-4xl">{name}</h1>
        <p class="mt-2 text-lg">
          {t('catalogue:product.of')}{' '}
          <a class="lnk" href={`/chu-the/${producer.id}`}>
            {producer.name}
          </a>
        </p>
        <p class="mt-5">
          <StarBadge {...star} size="lg" />
        </p>
        {ended && (
          <Note tone={status === 'revoked' ? 'error' : 'info'} class="mt-5">
            {t(`catalogue:product.ended.${status}`)}
          </Note>
        )}
        {code && (
          <div class="mt-6">
            <Button href={`/v/${code}`} variant="primary" size="lg" icon="shield-check">
              {t('catalogue:product.check')}
            </Button>
          </div>
        )}
        <div class="mt-8 border-t border-line pt-6">
          <Facts items={factsOf({ product, group, placeBefore }, t)} />
        </div>
      </div>
    </div>
  )
}

type Known = Pick<ProductPageProps, 'product' | 'group'> & { placeBefore: string | null }

function factsOf({ product, group, placeBefore }: Known, t: ReturnType<typeof useView>['t']) {
  const facts: [string, string | null | undefined][] = [
    [t('catalogue:product.kind'), t(`producers:kind.${product.producer.kind}`)],
    [t('catalogue:filter.group'), group?.name],
    [t('catalogue:product.specification'), product.specification],
    [t('catalogue:product.place_before'), placeBefore],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
}

function Story({ story }: { story: string | null }) {
  const { t } = useView()
  if (!story) return null
  return (
    <section aria-labelledby="story">
      <h2 id="story" class="text-2xl">
        {t('catalogue:product.story')}
      </h2>
      <div class="mt-3 max-w-prose space-y-4 text-lg">
        {story.split(/\n+/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </section>
  )
}

function Others({ product, others }: ProductPageProps) {
  const { t } = useView()
  return (
    <section aria-labelledby="owner">
      <h2 id="owner" class="text-2xl">
        {t('catalogue:product.owner')}
      </h2>
      <p class="mt-3">
        <a class="lnk" href={`/chu-the/${product.producer.id}`}>
          {product.producer.name}
        </a>
        <span class="block text-ink-2">
          {t(`producers:kind.${product.producer.kind}`)}, {product.place}
        </span>
      </p>
      {others.length > 0 && (
        <ul class="mt-5 grid gap-3 sm:grid-cols-2" aria-label={t('catalogue:product.others')}>
          {others.map((other) => (
            <li key={other.href} class="panel flex items-center gap-4 p-3">
              <img
                class="size-16 shrink-0 rounded-field object-cover"
                src={other.picture ?? '/art/mau.svg'}
                alt=""
                width="64"
                height="64"
                loading="lazy"
              />
              <div class="space-y-1">
                <a class="lnk" href={other.href}>
                  {other.name}
                </a>
                <p>
                  <StarBadge {...other.star} size="sm" />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
