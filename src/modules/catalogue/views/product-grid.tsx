import { DemoLabel, ProductCard } from '#platform/ui/index.ts'
import type { ShownProduct } from '../shown-product.ts'

interface ProductGridProps {
  products: readonly (ShownProduct & { more?: string | undefined })[]
  heading?: 'h2' | 'h3' | undefined
}

/** Cards of products, two beside each other on a phone. */
export function ProductGrid({ products, heading }: ProductGridProps) {
  return (
    <ul class="mt-6 grid grid-cols-2 gap-x-3 gap-y-8 lg:grid-cols-4 lg:gap-x-6">
      {products.map(({ isDemo, more, ...product }) => (
        <li key={product.href}>
          <ProductCard {...product} heading={heading}>
            {more && <p class="mt-1 text-sm text-ink-2">{more}</p>}
            {isDemo && (
              <p class="mt-2">
                <DemoLabel />
              </p>
            )}
          </ProductCard>
        </li>
      ))}
    </ul>
  )
}
