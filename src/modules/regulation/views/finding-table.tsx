import { Panel, Table, useView } from '#platform/ui/index.ts'
import type { IntegrityReport } from '../integrity.ts'

/** What the integrity check found, and whether a known anomaly explains it. */
export function FindingTable({ report: { findings, unexplained } }: { report: IntegrityReport }) {
  const { t } = useView()
  const unknown = new Set(unexplained.map(({ id }) => id))
  return (
    <Panel title={t('regulation:admin.findings')} flush>
      <Table
        caption={t('regulation:admin.findings')}
        head={[
          { label: t('regulation:admin.finding') },
          { label: t('regulation:admin.where') },
          { label: t('regulation:admin.expected'), align: 'right' },
          { label: t('regulation:admin.actual'), align: 'right' },
          { label: t('regulation:admin.explained') },
        ]}
        rows={findings.map(({ id, at, expected, actual }) => [
          t(`regulation:finding.${id.split(':')[0]}`),
          at,
          expected,
          actual,
          t(unknown.has(id) ? 'regulation:admin.explained_no' : 'regulation:admin.explained_yes'),
        ])}
        empty={<p class="p-4">{t('regulation:admin.findings_none')}</p>}
      />
    </Panel>
  )
}
