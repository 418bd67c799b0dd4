import {
  DotChart,
  Note,
  Panel,
  StatusBadge,
  showScore,
  Table,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { totalRows, totalScale } from '../chart-rows.ts'
import { fewestProducts, type Leaning } from '../outliers.ts'
import type { AgreementReading } from '../read-agreement.ts'
import { AgreementLevel } from './agreement-words.tsx'

/** How far the members of a session agree; for the chair also who lies apart from the others. */
export function AgreementPage(props: AgreementReading) {
  const view = useView()
  const { t } = view
  const { room, products, alpha, leanings, names } = props
  const { id, name } = room.session
  return (
    <WorkPage
      title={t('agreement:title')}
      crumbs={[
        { href: '/councils', label: t('councils:list.title') },
        { href: `/sessions/${id}`, label: name },
        { label: t('agreement:title') },
      ]}
    >
      <div class="grid gap-5">
        <Panel title={t('agreement:session', { count: products.length })} lead={t('agreement:alpha')}>
          <p>
            <AgreementLevel alpha={alpha} />
          </p>
          <p class="mt-3 max-w-prose text-ink-2">{t('agreement:explained')}</p>
        </Panel>
        {leanings && <Leanings {...props} leanings={leanings} />}
        <Products {...props} />
        {products.map((product) => (
          <Panel key={product.dossierId}>
            <DotChart
              title={product.name}
              lead={t(
                'agreement:chart.totals_lead',
                totalScale(product.sheets.map(({ score }) => score.total)),
              )}
              rows={totalRows(product, product.average, { ...view, names })}
            />
          </Panel>
        ))}
      </div>
    </WorkPage>
  )
}

function Products({ room, products }: AgreementReading) {
  const { t } = useView()
  return (
    <Panel flush title={t('agreement:products')}>
      <Table
        caption={t('agreement:products')}
        head={[
          { label: t('agreement:column.product') },
          { label: t('agreement:column.sheets'), align: 'right' },
          { label: t('agreement:column.spread') },
          { label: t('agreement:column.level') },
        ]}
        rows={products.map(({ dossierId, name, sheets, alpha }) => {
          const totals = sheets.map(({ score }) => score.total)
          return [
            <a key="name" class="lnk" href={`/sessions/${room.session.id}/dossiers/${dossierId}/result`}>
              {name}
            </a>,
            sheets.length,
            t('agreement:spread', { low: Math.min(...totals), high: Math.max(...totals) }),
            <AgreementLevel key="alpha" alpha={alpha} />,
          ]
        })}
      />
    </Panel>
  )
}

function Leanings({ leanings, limit, names }: AgreementReading & { leanings: readonly Leaning[] }) {
  const { t, locale } = useView()
  const points = (hundredths: number) => showScore(hundredths, locale)
  return (
    <Panel
      flush
      title={t('agreement:leanings.title')}
      lead={t('agreement:leanings.lead', { limit, products: fewestProducts })}
    >
      {leanings.every(({ outlier }) => !outlier) && (
        <Note tone="info" class="m-4">
          {t('agreement:leanings.none')}
        </Note>
      )}
      <Table
        caption={t('agreement:leanings.title')}
        head={[
          { label: t('agreement:leanings.member') },
          { label: t('agreement:leanings.products'), align: 'right' },
          { label: t('agreement:leanings.mean'), align: 'right' },
          { label: t('agreement:leanings.distance'), align: 'right' },
          { label: t('agreement:leanings.outlier') },
        ]}
        rows={leanings.map(({ memberId, products, mean, meanDistance, outlier }) => [
          names.get(memberId) ?? memberId,
          products,
          `${mean > 0 ? '+' : ''}${points(mean)}`,
          points(meanDistance),
          outlier && (
            <StatusBadge key="outlier" tone="warning">
              {t('agreement:leanings.outlier')}
            </StatusBadge>
          ),
        ])}
        tones={leanings.map(({ outlier }) => (outlier ? 'late' : undefined))}
      />
    </Panel>
  )
}
