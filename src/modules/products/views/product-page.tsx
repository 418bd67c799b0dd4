import type { ComponentChildren } from 'preact'
import { Button, DemoLabel, Facts, FileInput, Icon, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import { pictureAddress } from '../picture-art.ts'
import { productSet } from '../product-sets.ts'
import type { Product } from '../product-store.ts'

interface ProductPageProps {
  product: Product
  producer: { id: string; name: string }
  unitName: string | undefined
  changeable: boolean
  /** Whether the reader is of the producer's own people, who offer it to buyers. */
  isOwn: boolean
  /** What is wrong with the picture that was handed in, as a sentence. */
  pictureFault?: string | undefined
}

/** A product: its picture, what is written down about it, its story. */
export function ProductPage(props: ProductPageProps) {
  const { t } = useView()
  const { product, changeable, isOwn } = props
  return (
    <WorkPage
      title={product.name}
      crumbs={[{ href: '/products', label: t('products:title') }, { label: product.name }]}
      aside={product.isDemo && <DemoLabel />}
      actions={
        <>
          {isOwn && (
            <Button
              href={`/producers/${product.producerId}/buyer-packs/new?product=${product.id}`}
              icon="package-open"
            >
              {t('products:offer')}
            </Button>
          )}
          {changeable && (
            <Button href={`/products/${product.id}/edit`} icon="pencil">
              {t('products:edit')}
            </Button>
          )}
        </>
      }
    >
      <div class="grid items-start gap-5 lg:grid-cols-2">
        <PicturePanel {...props} />
        <div class="space-y-5">
          <FactsPanel {...props} />
          <Panel title={t('products:field.story')}>
            {product.story ? (
              <p class="whitespace-pre-line">{product.story}</p>
            ) : (
              <p class="text-ink-2">{t('products:no_story')}</p>
            )}
          </Panel>
        </div>
      </div>
    </WorkPage>
  )
}

function FactsPanel({ product, producer, unitName }: ProductPageProps) {
  const { t, locale } = useView()
  const set = productSet(product.productSetNo)
  const named = set && `${t('products:set_no', { no: set.no })}: ${locale === 'vi' ? set.nameVi : set.nameEn}`
  const line = (name: string, value: ComponentChildren) =>
    [name, value || <span class="text-ink-2">{t('products:unknown')}</span>] as const
  return (
    <Panel>
      <Facts
        items={[
          line(
            t('products:producer'),
            <a class="lnk" href={`/producers/${producer.id}`}>
              {producer.name}
            </a>,
          ),
          line(t('products:field.productSetNo'), named),
          line(t('products:field.specification'), product.specification),
          line(t('products:field.unitId'), unitName),
        ]}
      />
    </Panel>
  )
}

function PicturePanel({ product, changeable, pictureFault }: ProductPageProps) {
  const { t } = useView()
  const src = pictureAddress(product, 960)
  const address = `/products/${product.id}/picture`
  return (
    <Panel id="picture" title={t('products:picture.title')} class="space-y-4">
      <img
        class="pic w-full rounded-box"
        src={src ?? '/art/mau.svg'}
        alt={src ? t('platform:product.picture', { name: product.name }) : t('platform:product.no_picture')}
        width="960"
        height="720"
      />
      {changeable && (
        <form method="post" action={address} encType="multipart/form-data" class="noprint space-y-3">
          <FileInput
            name="picture"
            label={t(product.pictureFileId ? 'products:picture.replace' : 'products:picture.put')}
            hint={t('products:hint.picture')}
            accept="image/jpeg,image/png,image/webp"
            fault={pictureFault}
            required
          />
          <Button icon="upload">{t('products:save')}</Button>
        </form>
      )}
      {changeable && product.pictureFileId && (
        <details class="noprint">
          <summary class="lnk inline-flex min-h-11 items-center gap-2">
            <Icon name="trash-2" />
            {t('products:picture.remove')}
          </summary>
          <form method="post" action={`${address}/removal`}>
            <p class="mb-2">{t('products:picture.remove_sure')}</p>
            <Button variant="danger" size="sm">
              {t('products:picture.remove')}
            </Button>
          </form>
        </details>
      )}
    </Panel>
  )
}
