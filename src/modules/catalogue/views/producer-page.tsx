import { Breadcrumbs, DemoLabel, Facts, PublicPage, useView } from '#platform/ui/index.ts'
import type { PublicProducer } from '../catalogue-tables.ts'
import type { ShownProduct } from '../shown-product.ts'
import { ProductGrid } from './product-grid.tsx'

interface ProducerPageProps {
  producer: PublicProducer
  place: string
  products: readonly ShownProduct[]
  origin: string
}

/** Who makes it: what anybody may know of a producer, and its products. */
export function ProducerPage({ producer, place, products, origin }: ProducerPageProps) {
  const { t } = useView()
  const { name, kind, story, isDemo } = producer
  const kindWord = t(`producers:kind.${kind}`)
  const crumbs = [
    { href: '/', label: t('catalogue:home.crumb') },
    { href: '/san-pham', label: t('platform:nav.products') },
    { label: name },
  ]
  return (
    <PublicPage
      title={name}
      description={t('catalogue:producer.description', { name, place, count: products.length })}
      canonical={`${origin}/chu-the/${producer.id}`}
      jsonLd={organization(producer, origin)}
    >
      <div class="wrap pt-6">
        <Breadcrumbs crumbs={crumbs} />
        <p class="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-2">
          {[kindWord, place].filter(Boolean).join(', ')}
          {isDemo && <DemoLabel />}
        </p>
        <h1 class="mt-1 text-3xl lg:text-4xl">{name}</h1>
        <div class="mt-5 max-w-2xl">
          <Facts items={factsOf(producer, t)} />
          {story?.split(/\n+/).map((paragraph) => (
            <p key={paragraph} class="mt-4 text-lg">
              {paragraph}
            </p>
          ))}
        </div>
        <h2 class="mt-12 text-2xl">{t('catalogue:producer.products')}</h2>
        <ProductGrid products={products} />
      </div>
    </PublicPage>
  )
}

function factsOf(producer: PublicProducer, t: ReturnType<typeof useView>['t']) {
  const { address, phone, email, foundedOn } = producer
  const facts: [string, string | null | undefined][] = [
    [t('catalogue:producer.address'), address],
    [t('catalogue:producer.phone'), phone],
    [t('catalogue:producer.email'), email],
    [t('catalogue:producer.founded'), foundedOn?.slice(0, 4)],
  ]
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]))
}

function organization({ id, name, address, phone, email }: PublicProducer, origin: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name,
    url: `${origin}/chu-the/${id}`,
    ...(address ? { address } : {}),
    ...(phone ? { telephone: phone } : {}),
    ...(email ? { email } : {}),
  }
}
