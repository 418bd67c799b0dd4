import { isLoose } from '#modules/producers/index.ts'
import { showDay } from '#platform/dates.ts'
import { StatusBadge, Table, useView } from '#platform/ui/index.ts'
import { dossiersOf } from '../cited-dossier.ts'
import type { VaultLine } from '../read-vault.ts'
import { HeldBy, PaperStanding, Weakens } from './paper-words.tsx'

/** Papers one beneath the other; on phones each is a card. */
export function VaultTable({ lines }: { lines: readonly VaultLine[] }) {
  const { t } = useView()
  const head = ['paper', 'number', 'status', 'cited'] as const
  return (
    <Table
      caption={t('dossiers:page.vault.title')}
      head={head.map((key) => ({ label: t(`dossiers:page.vault.column.${key}`) }))}
      rows={lines.map((line) => [
        <PaperName key="paper" line={line} />,
        issueOf(line) || '–',
        <PaperStanding key="status" status={line.status} validTo={line.paper.validTo} />,
        <Cited key="cited" line={line} />,
      ])}
    />
  )
}

function issueOf({ paper: { number, issuer, issuedOn } }: VaultLine): string {
  return [number, issuer, issuedOn && showDay(issuedOn)].filter(Boolean).join(' · ')
}

function PaperName({ line: { paper } }: { line: VaultLine }) {
  const { t } = useView()
  const kind = t(`producers:paper.${paper.kind}`)
  return (
    <span class="block min-w-0">
      <a class="lnk font-semibold" href={`/producers/${paper.producerId}/papers/${paper.id}`}>
        {paper.title || kind}
      </a>
      <span class="block text-sm text-ink-2">
        {[paper.title && kind, t('dossiers:page.vault.files_n', { n: paper.pages.length })]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {isLoose(paper) && (
        <span class="mt-1 block">
          <StatusBadge tone="info">{t('dossiers:page.vault.to_describe')}</StatusBadge>
        </span>
      )}
    </span>
  )
}

function Cited({ line }: { line: VaultLine }) {
  const { citations, heldBy } = line
  const { t } = useView()
  const n = dossiersOf(citations).length
  return (
    <span class="block">
      {n > 0 ? (
        t('dossiers:page.vault.cited_in', { n: citations.length, dossiers: n })
      ) : (
        <span class="text-ink-2">{t('dossiers:page.vault.not_cited')}</span>
      )}
      <HeldBy heldBy={heldBy} />
      <Weakens {...line} />
    </span>
  )
}
