import { paperKinds, paperStatuses } from '#modules/producers/index.ts'
import {
  Button,
  DemoLabel,
  EmptyState,
  Panel,
  SearchInput,
  Tabs,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { SentFile } from '#platform/uploads/sent-file.ts'
import type { Vault, VaultLine } from '../read-vault.ts'
import { type VaultQuery, writeVaultQuery } from '../vault-query.ts'
import { FilesForm } from './files-form.tsx'
import { VaultTable } from './vault-table.tsx'

/** Files that were not taken: where they were to go, and why. */
export interface ReturnedFiles {
  kind: string
  as: string
  sent: readonly SentFile[]
  fault: string
}

interface VaultPageProps extends Omit<Vault, 'lines'> {
  all: readonly VaultLine[]
  lines: readonly VaultLine[]
  query: VaultQuery
  returned?: ReturnedFiles | undefined
}

/** The papers of a producer: each once, how it stands, where it is cited, what it weakens. */
export function VaultPage({ producer, changeable, all, lines, query, returned }: VaultPageProps) {
  const { t } = useView()
  const here = `/producers/${producer.id}/papers`
  return (
    <WorkPage
      title={t('dossiers:page.vault.title')}
      crumbs={[
        { href: '/producers', label: t('producers:title') },
        { href: `/producers/${producer.id}`, label: producer.name },
        { label: t('dossiers:page.vault.title') },
      ]}
      aside={producer.isDemo && <DemoLabel />}
      actions={
        <>
          <Button
            href={`${here}.xlsx${writeVaultQuery(query)}`}
            icon="file-spreadsheet"
            download
            class="max-sm:hidden"
          >
            {t('dossiers:page.desk.sheet_out')}
          </Button>
          <Button href={`/producers/${producer.id}/buyer-packs`} icon="package-open">
            {t('dossiers:page.vault.buyer_packs')}
          </Button>
          {changeable && (
            <Button href={`${here}/new`} variant="primary" icon="file-plus">
              {t('producers:papers.add')}
            </Button>
          )}
        </>
      }
    >
      <p class="-mt-2 mb-4 max-w-3xl text-ink-2">{t('dossiers:page.vault.lead')}</p>
      <StatusTabs {...{ here, all, query }} />
      <Search {...{ here, query }} />
      <Panel flush class="mt-4">
        {lines.length > 0 ? (
          <VaultTable lines={lines} />
        ) : (
          <NoPapers filtered={all.length > 0} changeable={changeable} here={here} />
        )}
      </Panel>
      {changeable && <FilesForm action={`${here}/uploads`} returned={returned} />}
    </WorkPage>
  )
}

function StatusTabs({ here, all, query }: { here: string; all: readonly VaultLine[]; query: VaultQuery }) {
  const { t } = useView()
  const current = all.filter(({ status }) => status !== 'replaced').length
  const items = (['', ...paperStatuses] as const).map((status) => ({
    href: `${here}${writeVaultQuery({ ...query, status })}`,
    label: t(`dossiers:page.vault.status.${status || 'all'}`),
    count: status ? all.filter((line) => line.status === status).length : current,
    current: status === query.status,
    urgent: status === 'expired' || status === 'expiring',
  }))
  return <Tabs items={items.filter(({ count, current }, place) => place === 0 || count > 0 || current)} />
}

function Search({ here, query }: { here: string; query: VaultQuery }) {
  const { t } = useView()
  return (
    <search class="noprint mt-4 block">
      <form method="get" action={here} class="flex flex-wrap gap-3">
        {query.status && <input type="hidden" name="status" value={query.status} />}
        <SearchInput
          label={t('dossiers:page.desk.search')}
          placeholder={t('dossiers:page.vault.search_in')}
          value={query.q}
        />
        <label class="max-sm:flex-1">
          <span class="sr-only">{t('producers:papers.field.kind')}</span>
          <select class="select w-full bg-base-100 sm:w-64" name="kind">
            <option value="">{t('dossiers:page.vault.any_kind')}</option>
            {paperKinds.map((kind) => (
              <option key={kind} value={kind} selected={kind === query.kind}>
                {t(`producers:paper.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" icon="sliders-horizontal">
          {t('dossiers:page.desk.filter')}
        </Button>
      </form>
    </search>
  )
}

function NoPapers({ filtered, changeable, here }: { filtered: boolean; changeable: boolean; here: string }) {
  const { t } = useView()
  const action = filtered ? (
    <Button href={here}>{t('dossiers:page.vault.clear')}</Button>
  ) : (
    changeable && (
      <Button href={`${here}/new`} icon="file-plus">
        {t('producers:papers.add')}
      </Button>
    )
  )
  return (
    <EmptyState
      icon="archive"
      title={t(`dossiers:page.vault.${filtered ? 'none_found' : 'none'}`)}
      action={action}
    >
      {!filtered && t('dossiers:page.vault.none_text')}
    </EmptyState>
  )
}
