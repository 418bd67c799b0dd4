import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'
import { StarBadge, type StarBadgeProps } from './star-badge.tsx'
import { useView } from './view.ts'

interface ProductCardProps {
  href: string
  name: string
  producer: string
  /** The address of the picture; without one the card says that there is none yet. */
  picture?: string | undefined
  star?: StarBadgeProps | undefined
  place?: string | undefined
  /** The level of the product's name among the headings of the page. */
  heading?: 'h2' | 'h3' | undefined
  children?: ComponentChildren
}

/** A product in a list: picture, name, producer, star. The star stands outside the link, so its plate is never cut. */
export function ProductCard({
  href,
  name,
  producer,
  picture,
  star,
  place,
  heading: Heading = 'h3',
  children,
}: ProductCardProps) {
  const { t } = useView()
  const muted = star?.status === 'expired' && 'grayscale-[.6]'
  return (
    <article class="flex h-full flex-col">
      <a href={href} class="group block rounded-box">
        <img
          class={classes('pic rounded-box', muted)}
          src={picture ?? '/art/mau.svg'}
          alt={picture ? t('platform:product.picture', { name }) : t('platform:product.no_picture')}
          width="400"
          height="300"
          loading="lazy"
          decoding="async"
        />
        <Heading class="mt-3 text-base font-semibold group-hover:underline">{name}</Heading>
      </a>
      <p class="text-sm text-ink-2">{producer}</p>
      {place && <p class="text-sm text-ink-2">{place}</p>}
      {star && (
        <p class="mt-auto pt-2">
          <StarBadge {...star} />
        </p>
      )}
      {children}
    </article>
  )
}
