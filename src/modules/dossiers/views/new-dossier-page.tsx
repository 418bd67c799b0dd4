import { Button, EmptyState, Note, Panel, Select, useView, WorkPage } from '#platform/ui/index.ts'

interface NewDossierPageProps {
  products: readonly { id: string; name: string; productSetNo: number | null }[]
  typed: { productId: string }
  /** Why it could not be opened. */
  fault?: string | undefined
}

/** Which product, and to what end: with that a dossier is opened. */
export function NewDossierPage({ products, typed, fault }: NewDossierPageProps) {
  const { t } = useView()
  const crumbs = [{ href: '/dossiers', label: t('dossiers:page.filing.title') }]
  return (
    <WorkPage title={t('dossiers:page.filing.new_title')} crumbs={crumbs}>
      <Panel class="max-w-2xl">
        {products.length === 0 ? (
          <EmptyState
            icon="package"
            title={t('dossiers:page.filing.no_products')}
            action={
              <Button href="/products/new" variant="primary" icon="plus">
                {t('dossiers:page.filing.new_product')}
              </Button>
            }
          />
        ) : (
          <form method="post" action="/dossiers" class="space-y-5">
            {fault && (
              <Note tone="error" role="alert">
                {fault}
              </Note>
            )}
            <Select
              label={t('dossiers:page.filing.product')}
              name="product"
              value={typed.productId}
              empty={t('dossiers:page.filing.choose_product')}
              options={products.map(({ id, name }) => ({ value: id, label: name }))}
              required
            />
            <p class="text-ink-2">{t('dossiers:page.filing.other_kinds')}</p>
            <p class="text-ink-2">{t('dossiers:page.filing.law_note')}</p>
            <Button variant="primary" size="lg" icon="file-plus">
              {t('dossiers:page.filing.open')}
            </Button>
          </form>
        )}
      </Panel>
    </WorkPage>
  )
}
