import { isLoose } from '#modules/producers/index.ts'
import { showDay } from '#platform/dates.ts'
import { StatusBadge, Table, useView } from '#platform/ui/index.ts'
import { dossiersOf } from '../cited-dossier.ts'
import type { VaultLine } from '../read-vault.ts'
import { PaperStanding, Weakens } from './paper-words.tsx'

/** Papers one beneath the other; on phones each is a card. */
export function VaultTable({ lines }: { lines: readonly VaultLine[] }) {
  const { t } = useView()
  const head = ['paper', 'number', 'issued', 'status', 'pages', 'cited'] as const
  return (
    <Table
      caption={t('dossiers:page.vault.title')}
      head={head.map((key) => ({
        label: t(`dossiers:page.vault.column.${key}`),
        align: key === 'pages' ? 'right' : 'left',
      }))}
      rows={lines.map((line) => [
        <PaperName key="paper" line={line} />,
        [line.paper.number, line.paper.issuer].filter(Boolean).join(' · ') || '–',
        line.paper.issuedOn ? showDay(line.paper.issuedOn) : '–',
        <PaperStanding key="status" status={line.status} validTo={line.paper.validTo} />,
        line.paper.pages.length || t('dossiers:page.vault.no_file'),
        <Cited key="cited" line={line} />,
      ])}
    />
  )
}

function PaperName({ line: { paper } }: { line: VaultLine }) {
  const { t } = useView()
  const kind = t(`producers:paper.${paper.kind}`)
  return (
    <span class="block min-w-0">
      <a class="lnk font-semibold" href={`/producers/${paper.producerId}/papers/${paper.id}`}>
        {paper.title || kind}
      </a>
      {paper.title && <span class="block text-sm text-ink-2">{kind}</span>}
      {isLoose(paper) && (
        <span class="mt-1 block">
          <StatusBadge tone="info">{t('dossiers:page.vault.to_describe')}</StatusBadge>
        </span>
      )}
    </span>
  )
}

function Cited({ line: { citations, weakens } }: { line: VaultLine }) {
  const { t } = useView()
  if (citations.length === 0) return <span class="text-ink-2">{t('dossiers:page.vault.not_cited')}</span>
  const n = dossiersOf(citations).length
  return (
    <span class="block">
      {t('dossiers:page.vault.cited_in', { n: citations.length, dossiers: n })}
      <Weakens weakens={weakens} />
    </span>
  )
}
