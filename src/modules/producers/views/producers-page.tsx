import { type UnitGroup, UnitSelect } from '#modules/territory/index.ts'
import {
  Button,
  DemoLabel,
  EmptyState,
  Pager,
  Panel,
  Select,
  Table,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { ListedProducer } from '../list-producer-page.ts'
import { ownerKinds } from '../owner-kinds.ts'
import { type ProducerQuery, writeQuery } from '../producer-query.ts'

interface ProducersPageProps {
  query: ProducerQuery
  lines: readonly ListedProducer[]
  /** Id of the last line when more follow. */
  next: string | null
  isFirst: boolean
  groups: readonly UnitGroup[]
  mayRegister: boolean
}

/** The producers of one's place. */
export function ProducersPage({ query, lines, next, isFirst, groups, mayRegister }: ProducersPageProps) {
  const { t } = useView()
  return (
    <WorkPage
      title={t('producers:title')}
      actions={
        <>
          <Button href={`/producers.xlsx${writeQuery(query)}`} icon="file-spreadsheet" download>
            {t('producers:excel')}
          </Button>
          {mayRegister && (
            <Button href="/producers/new" variant="primary" icon="plus">
              {t('producers:new')}
            </Button>
          )}
        </>
      }
    >
      <Filter query={query} groups={groups} />
      <Panel flush class="mt-5">
        <Table
          caption={t('producers:title')}
          head={[
            { label: t('producers:field.name') },
            { label: t('producers:field.kind') },
            { label: t('producers:field.unitId') },
            { label: t('producers:field.representativeName') },
            { label: t('producers:field.phone') },
          ]}
          rows={lines.map(({ producer, unit }) => [
            <span key="name" class="flex flex-wrap items-center gap-2">
              <a class="lnk font-semibold" href={`/producers/${producer.id}`}>
                {producer.name}
              </a>
              {producer.isDemo && <DemoLabel />}
            </span>,
            t(`producers:kind.${producer.kind}`),
            unit?.name,
            producer.representativeName ?? '–',
            producer.phone ?? '–',
          ])}
          empty={<NoProducers filtered={writeQuery(query) !== ''} mayRegister={mayRegister} />}
        />
      </Panel>
      <Pager
        nextHref={next ? `/producers${writeQuery(query, { after: next })}` : undefined}
        firstHref={isFirst ? undefined : `/producers${writeQuery(query)}`}
      />
    </WorkPage>
  )
}

function Filter({ query, groups }: Pick<ProducersPageProps, 'query' | 'groups'>) {
  const { t } = useView()
  return (
    <form
      method="get"
      class="noprint panel grid items-end gap-4 p-4 md:grid-cols-2 xl:grid-cols-[2fr_1fr_1fr_auto]"
    >
      <TextInput label={t('producers:filter.search')} name="search" type="search" value={query.search} />
      <Select
        label={t('producers:filter.kind')}
        name="kind"
        value={query.kind}
        empty={t('producers:filter.any_kind')}
        options={ownerKinds.map((kind) => ({ value: kind, label: t(`producers:kind.${kind}`) }))}
      />
      <UnitSelect
        label={t('producers:filter.commune')}
        name="commune"
        by="path"
        value={query.commune}
        groups={groups}
        empty={t('producers:filter.any_commune')}
      />
      <p class="flex gap-2">
        <Button icon="search">{t('producers:filter.apply')}</Button>
        {writeQuery(query) !== '' && (
          <Button href="/producers" variant="ghost">
            {t('producers:filter.clear')}
          </Button>
        )}
      </p>
    </form>
  )
}

function NoProducers({ filtered, mayRegister }: { filtered: boolean; mayRegister: boolean }) {
  const { t } = useView()
  if (filtered) {
    return (
      <EmptyState icon="search-x" title={t('producers:empty.filtered_title')}>
        {t('producers:empty.filtered_text')}
      </EmptyState>
    )
  }
  const action = mayRegister && (
    <Button href="/producers/new" variant="primary" icon="plus">
      {t('producers:new')}
    </Button>
  )
  return (
    <EmptyState icon="users" title={t('producers:empty.title')} action={action}>
      {t('producers:empty.text')}
    </EmptyState>
  )
}
