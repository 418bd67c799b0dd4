import {
  Button,
  DemoLabel,
  EmptyState,
  Icon,
  PublicPage,
  Rosette,
  showNumber,
  useView,
} from '#platform/ui/index.ts'
import type { ShownProduct } from '../shown-product.ts'
import { CheckForm } from './check-form.tsx'
import { ProductGrid } from './product-grid.tsx'

export interface ShownPlace {
  href: string
  name: string
  products: number
  /** Some of them, by name. */
  names: string
  picture: string | undefined
}

interface HomePageProps {
  origin: string
  groups: readonly { href: string; label: string }[]
  stars: Record<'3' | '4' | '5', { inForce: number; all: number }>
  newest: readonly ShownProduct[]
  places: readonly ShownPlace[]
  stories: readonly (ShownProduct & { beginning: string })[]
}

/** The first page: search and check first, then the products by star, the newest, by place, and what they tell. */
export function HomePage(props: HomePageProps) {
  const { t } = useView()
  return (
    <PublicPage
      title={t('platform:name')}
      description={t('catalogue:home.description')}
      canonical={`${props.origin}/`}
      image={`${props.origin}/icons/icon-512.png`}
      jsonLd={searchable(props.origin, t('platform:name'))}
    >
      <Hero groups={props.groups} />
      {props.newest.length === 0 ? (
        <div class="wrap pt-12">
          <EmptyState icon="award" title={t('catalogue:home.empty')}>
            {t('catalogue:home.empty_text')}
          </EmptyState>
        </div>
      ) : (
        <>
          <Stars stars={props.stars} />
          <Newest {...props} />
          <Places places={props.places} />
          <Stories stories={props.stories} />
        </>
      )}
      <Practice />
    </PublicPage>
  )
}

function Hero({ groups }: Pick<HomePageProps, 'groups'>) {
  const { t } = useView()
  return (
    <section class="bg-base-200" aria-labelledby="title">
      <div class="wrap grid items-start gap-8 pt-10 pb-8 lg:grid-cols-[1fr_24rem] lg:gap-14 lg:pt-16">
        <div>
          <h1 id="title" class="text-3xl lg:text-4xl">
            {t('catalogue:home.title')}
          </h1>
          <p class="mt-3 max-w-xl text-lg text-ink-2">{t('catalogue:home.lead')}</p>
          <search>
            <form action="/san-pham" class="mt-6 flex max-w-xl gap-2">
              <label class="input input-lg flex-1 bg-base-100">
                <Icon name="search" class="text-ink-2" />
                <span class="sr-only">{t('catalogue:search.label')}</span>
                <input type="search" name="q" placeholder={t('catalogue:search.label')} maxlength={100} />
              </label>
              <Button type="submit" variant="primary" size="lg">
                {t('catalogue:search.find')}
              </Button>
            </form>
          </search>
          {groups.length > 0 && (
            <ul class="mt-4 flex flex-wrap gap-2" aria-label={t('catalogue:home.groups')}>
              {groups.map(({ href, label }) => (
                <li key={href}>
                  <a class="btn btn-sm border-line bg-base-100 font-medium max-sm:h-11" href={href}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
        <CheckForm heading="h2" />
      </div>
      <img src="/art/son-la.svg" alt="" class="h-28 w-full object-cover object-bottom lg:h-50" />
    </section>
  )
}

function Stars({ stars }: Pick<HomePageProps, 'stars'>) {
  const { t, locale } = useView()
  const inForce = stars['3'].inForce + stars['4'].inForce + stars['5'].inForce
  return (
    <section class="wrap pt-12 lg:pt-16" aria-labelledby="by-stars">
      <div class="flex flex-wrap items-end justify-between gap-3">
        <h2 id="by-stars" class="text-2xl">
          {t('catalogue:home.stars')}
        </h2>
        <a class="lnk" href="/san-pham?trang-thai=con-hieu-luc">
          {t('catalogue:home.in_force', { number: showNumber(inForce, locale) })}
        </a>
      </div>
      <ul class="mt-5 grid gap-4 md:grid-cols-3">
        {(['5', '4', '3'] as const).map((count) => (
          <li key={count}>
            <a
              href={`/san-pham?sao=${count}&trang-thai=con-hieu-luc`}
              class="panel flex h-full items-center gap-4 p-5 hover:border-primary"
            >
              <Rosette stars={Number(count)} class="size-16 text-accent" />
              <span>
                <b class="block text-3xl">{showNumber(stars[count].inForce, locale)}</b>
                <span class="font-semibold">
                  {t('platform:star.rank', { stars: count })} {t('catalogue:home.in_force_of')}
                </span>
                <span class="block text-ink-2">{t(`catalogue:home.by.${count}`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Newest({ newest, stars }: HomePageProps) {
  const { t } = useView()
  const inForce = stars['3'].inForce + stars['4'].inForce + stars['5'].inForce > 0
  return (
    <section class="wrap pt-12 lg:pt-16" aria-labelledby="newest">
      <div class="flex flex-wrap items-end justify-between gap-3">
        <h2 id="newest" class="text-2xl">
          {t(inForce ? 'catalogue:home.newest' : 'catalogue:home.newest_past')}
        </h2>
        <a class="lnk" href="/san-pham">
          {t('catalogue:home.see_all')}
        </a>
      </div>
      {!inForce && <p class="mt-2 text-ink-2">{t('catalogue:home.newest_past_lead')}</p>}
      <ProductGrid products={newest} />
    </section>
  )
}

function Places({ places }: Pick<HomePageProps, 'places'>) {
  const { t, locale } = useView()
  if (places.length === 0) return null
  return (
    <section class="wrap pt-12 lg:pt-16" aria-labelledby="places">
      <div class="flex flex-wrap items-end justify-between gap-3">
        <h2 id="places" class="text-2xl">
          {t('catalogue:home.places')}
        </h2>
        <a class="lnk" href="/thong-ke#dia-phuong">
          {t('catalogue:home.all_places')}
        </a>
      </div>
      <ul class="mt-5 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {places.map(({ href, name, names, products, picture }) => (
          <li key={href}>
            <a class="panel flex h-full items-center gap-4 p-3 hover:border-primary" href={href}>
              <img
                class="size-16 shrink-0 rounded-field object-cover"
                src={picture ?? '/art/mau.svg'}
                alt=""
                width="64"
                height="64"
                loading="lazy"
              />
              <span class="min-w-0 flex-1">
                <b class="block">{name}</b>
                <span class="block text-ink-2">{names}</span>
                <span class="block text-sm text-ink-2">
                  {t('catalogue:home.place_count', { count: products, number: showNumber(products, locale) })}
                </span>
              </span>
              <Icon name="chevron-right" class="text-ink-2" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Stories({ stories }: Pick<HomePageProps, 'stories'>) {
  const { t } = useView()
  if (stories.length === 0) return null
  return (
    <section class="wrap pt-12 lg:pt-16" aria-labelledby="stories">
      <h2 id="stories" class="text-2xl">
        {t('catalogue:home.stories')}
      </h2>
      <div class="mt-5 grid gap-6 md:grid-cols-3">
        {stories.map(({ href, name, picture, beginning, isDemo }) => (
          <article key={href}>
            <img
              class="pic rounded-box"
              src={picture ?? '/art/bien-may.svg'}
              alt=""
              width="400"
              height="300"
              loading="lazy"
            />
            <h3 class="mt-4 text-xl">
              <a class="hover:underline" href={href}>
                {name}
              </a>
            </h3>
            <p class="mt-1 text-ink-2">{beginning}</p>
            {isDemo && (
              <p class="mt-2">
                <DemoLabel />
              </p>
            )}
          </article>
        ))}
      </div>
    </section>
  )
}

/** For who makes something: what a product lacks for its star, without an account. */
function Practice() {
  const { t } = useView()
  return (
    <section class="wrap pt-12 lg:pt-16" aria-labelledby="practice">
      <div class="panel flex flex-wrap items-center justify-between gap-4 p-5 lg:p-6">
        <div class="max-w-2xl">
          <h2 id="practice" class="text-xl">
            {t('catalogue:home.practice')}
          </h2>
          <p class="mt-1 text-ink-2">{t('catalogue:home.practice_lead')}</p>
        </div>
        <Button href="/tu-cham" variant="secondary" icon="clipboard-check">
          {t('platform:nav.practice')}
        </Button>
      </div>
    </section>
  )
}

function searchable(origin: string, name: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name,
    url: `${origin}/`,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${origin}/san-pham?q={search_term_string}`,
      'query-input': 'required name=search_term_string',
    },
  }
}
