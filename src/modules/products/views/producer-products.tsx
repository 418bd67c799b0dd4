import { Button, Panel, useView } from '#platform/ui/index.ts'
import { pictureAddress } from '../picture-art.ts'
import type { Product } from '../product-store.ts'

interface ProducerProductsProps {
  producerId: string
  products: readonly Product[]
  /** Whether there are more than are shown. */
  more: boolean
  mayAdd: boolean
}

/** The products of a producer, on the producer's page. */
export function ProducerProducts({ producerId, products, more, mayAdd }: ProducerProductsProps) {
  const { t } = useView()
  const add = mayAdd && (
    <Button href={`/products/new?producer=${producerId}`} icon="plus" size="sm">
      {t('products:new')}
    </Button>
  )
  return (
    <Panel id="products" title={t('products:title')} actions={add}>
      {products.length === 0 ? (
        <p class="text-ink-2">{t('products:empty.title')}</p>
      ) : (
        <ul class="divide-y divide-line">
          {products.map((product) => (
            <li key={product.id} class="flex items-center gap-3 py-3 first:pt-0">
              <img
                class="pic size-14 rounded-field"
                src={pictureAddress(product, 160) ?? '/art/mau.svg'}
                alt=""
                width="56"
                height="56"
                loading="lazy"
              />
              <p>
                <a class="lnk font-semibold" href={`/products/${product.id}`}>
                  {product.name}
                </a>
                <span class="block text-sm text-ink-2">
                  {product.productSetNo
                    ? t('products:set_no', { no: product.productSetNo })
                    : `${t('products:field.productSetNo')}: ${t('products:set_later').toLowerCase()}`}
                </span>
              </p>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <p class="mt-3">
          <a class="lnk" href={`/products?producer=${producerId}`}>
            {t('products:all_of_producer')}
          </a>
        </p>
      )}
    </Panel>
  )
}
