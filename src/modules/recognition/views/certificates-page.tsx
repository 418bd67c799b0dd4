import { showDay } from '#platform/dates.ts'
import {
  Button,
  EmptyState,
  Pager,
  Panel,
  Select,
  StarBadge,
  type StarBadgeProps,
  Table,
  Tabs,
  TextInput,
  WorkPage,
} from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { type CertificateStatus, certificateStatuses } from '../certificate-status.ts'
import { type Ending, endings } from '../endings.ts'

export interface ListedCertificate {
  id: string
  number: string
  code: string
  productName: string
  producerName: string
  place: string
  star: StarBadgeProps
  issuedOn: string
  expiresOn: string
}

export interface CertificateQuery {
  status: CertificateStatus | undefined
  stars: number | undefined
  year: number | undefined
  ending: Ending | undefined
  search: string
}

interface CertificatesPageProps {
  query: CertificateQuery
  counts: Record<CertificateStatus, number>
  certificates: readonly ListedCertificate[]
  /** The query as it stands in addresses, for the links of the page. */
  href: (change: Partial<Record<'status' | 'after', string | undefined>>) => string
  sheetHref: string
  nextHref: string | undefined
  firstHref: string | undefined
}

/** The certificates within reach: how they stand, which run out, the list in Excel. */
export function CertificatesPage(props: CertificatesPageProps) {
  const { t } = useView()
  const { query, counts, certificates, href } = props
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <WorkPage
      title={t('recognition:certificates.title')}
      actions={
        <Button href={props.sheetHref} icon="file-spreadsheet">
          {t('recognition:certificates.sheet')}
        </Button>
      }
    >
      <Tabs
        label={t('recognition:certificates.by_status')}
        items={[
          {
            href: href({ status: undefined }),
            label: t('recognition:certificates.all'),
            count: all,
            current: !query.status,
          },
          ...certificateStatuses.map((status) => ({
            href: href({ status }),
            label: t(`recognition:status.${status}`),
            count: counts[status],
            current: query.status === status,
            urgent: status === 'expiring' && counts.expiring > 0,
          })),
        ]}
      />
      <Filters query={query} />
      <Panel flush class="mt-4">
        <Table
          caption={t('recognition:certificates.title')}
          head={['product', 'place', 'stars', 'certificate', 'issued_on', 'expires_on', 'code'].map(
            (name) => ({
              label: t(`recognition:certificate.${name}`),
            }),
          )}
          rows={certificates.map((one) => [
            <>
              <a class="lnk" href={`/certificates/${one.id}`}>
                {one.productName}
              </a>
              <span class="block text-sm text-ink-2">{one.producerName}</span>
            </>,
            one.place,
            <StarBadge {...one.star} size="sm" />,
            <span class="whitespace-nowrap">{one.number}</span>,
            showDay(one.issuedOn),
            showDay(one.expiresOn),
            <a class="lnk whitespace-nowrap" href={`/v/${one.code}`}>
              {one.code}
            </a>,
          ])}
          empty={
            <EmptyState icon="award" title={t('recognition:certificates.none')}>
              {t('recognition:certificates.none_more')}
            </EmptyState>
          }
        />
      </Panel>
      <Pager nextHref={props.nextHref} firstHref={props.firstHref} />
    </WorkPage>
  )
}

function Filters({ query }: { query: CertificateQuery }) {
  const { t } = useView()
  const { status, stars, year, ending, search } = query
  return (
    <form
      method="get"
      action="/certificates"
      class="mt-4 grid items-end gap-3 sm:grid-cols-2 xl:grid-cols-[2fr_1fr_1fr_1.4fr_auto]"
    >
      {status && <input type="hidden" name="status" value={status} />}
      <TextInput
        label={t('recognition:certificates.search')}
        name="q"
        type="search"
        value={search}
        maxlength={100}
        class="w-full"
      />
      <Select
        label={t('recognition:certificate.stars')}
        name="stars"
        value={stars ? String(stars) : ''}
        empty={t('recognition:certificates.any_stars')}
        options={[3, 4, 5].map((count) => ({ value: String(count), label: t('platform:stars', { count }) }))}
      />
      <TextInput
        label={t('recognition:certificates.year')}
        name="year"
        inputmode="numeric"
        value={year ? String(year) : ''}
        maxlength={4}
        class="w-full"
      />
      <Select
        label={t('recognition:certificates.ending')}
        name="ending"
        value={ending ?? ''}
        empty={t('recognition:certificates.any_ending')}
        options={endings.map((one) => ({ value: one, label: t(`recognition:ending.${one}`) }))}
      />
      <Button type="submit" variant="secondary" icon="search">
        {t('recognition:certificates.filter')}
      </Button>
    </form>
  )
}
