import type { ComponentChildren } from 'preact'
import { showDay } from '#platform/dates.ts'
import { Button, Facts, Panel, StarBadge, type StarBadgeProps, Table, WorkPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { SignedDecision } from './decisions-page.tsx'

export interface DecidedProduct {
  certificateId: string
  certificateNumber: string
  code: string
  productName: string
  producerName: string
  star: StarBadgeProps
}

interface DecisionPageProps {
  decision: SignedDecision & { signerPost: string }
  products: readonly DecidedProduct[]
  approved: readonly { dossierId: string; code: string; productName: string; producerName: string }[]
}

/** A signed decision and what it decided. */
export function DecisionPage({ decision, products, approved }: DecisionPageProps) {
  const { t } = useView()
  const title = t('recognition:decision.title', { number: decision.number })
  return (
    <WorkPage
      title={title}
      crumbs={[{ href: '/decisions', label: t('recognition:decisions.title') }, { label: title }]}
    >
      <div class="grid gap-6">
        <Panel>
          <Facts
            items={[
              [t('recognition:decision.kind'), t(`recognition:kind.${decision.kind}`)],
              [t('recognition:decision.decidedOn'), showDay(decision.decidedOn)],
              [t('recognition:decision.signerName'), decision.signerName],
              [t('recognition:decision.signerPost'), decision.signerPost],
            ]}
          />
        </Panel>
        {products.length > 0 && (
          <Panel flush title={t('recognition:decision.products', { count: products.length })}>
            <Table
              caption={t('recognition:decision.products', { count: products.length })}
              head={['product', 'stars', 'certificate', 'code'].map((name) => ({
                label: t(`recognition:certificate.${name}`),
              }))}
              rows={products.map(cellsOf)}
            />
          </Panel>
        )}
        {approved.length > 0 && (
          <Panel
            flush
            title={t('recognition:decision.approved', { count: approved.length })}
            actions={
              <Button href={`/decisions/${decision.id}/central-pack`} size="sm" icon="send">
                {t('recognition:pack.open')}
              </Button>
            }
          >
            <Table
              caption={t('recognition:decision.approved', { count: approved.length })}
              head={['product', 'producer', 'dossier'].map((name) => ({
                label: t(`recognition:certificate.${name}`),
              }))}
              rows={approved.map(({ dossierId, code, productName, producerName }) => [
                productName,
                producerName,
                <a class="lnk" href={`/dossiers/${dossierId}`}>
                  {code}
                </a>,
              ])}
            />
          </Panel>
        )}
      </div>
    </WorkPage>
  )
}

function cellsOf(product: DecidedProduct): ComponentChildren[] {
  return [
    <>
      <b>{product.productName}</b>
      <span class="block text-sm text-ink-2">{product.producerName}</span>
    </>,
    <StarBadge {...product.star} size="sm" />,
    <a class="lnk" href={`/certificates/${product.certificateId}`}>
      {product.certificateNumber}
    </a>,
    <a class="lnk" href={`/v/${product.code}`}>
      {product.code}
    </a>,
  ]
}
