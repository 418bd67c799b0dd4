import { DemoLabel, ProductCard } from '#platform/ui/index.ts'
import { pictureAddress } from '../picture-art.ts'
import type { ListedProduct } from '../product-store.ts'

/** Products as cards, for those whose they are. */
export function ProductCards({ products }: { products: readonly ListedProduct[] }) {
  return (
    <ul class="mt-5 grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
      {products.map((product) => (
        <li key={product.id}>
          <ProductCard
            href={`/products/${product.id}`}
            name={product.name}
            producer={product.producerName}
            picture={pictureAddress(product, 640)}
            heading="h2"
          >
            {product.isDemo && (
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
