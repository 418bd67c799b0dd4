import type { Paper } from '#platform/paper/paper.ts'
import { translator } from '#platform/text/translator.ts'
import { findingInWords } from './finding-words.ts'
import type { RunReading } from './read-recompute.ts'
import { runFacts } from './run-facts.ts'

const mostRows = 2_000

/** The report of a run as a paper, in Vietnamese like every paper of the programme. */
export function runPaper({ run, findings, names }: RunReading): Paper {
  const t = translator('vi')
  const saying = { t, locale: 'vi' as const, names }
  const rows = findings
    .slice(0, mostRows)
    .map((finding) => [String(finding.no), finding.code ?? '', findingInWords(finding, saying)])
  const hidden = run.findings - rows.length
  return {
    title: t('recompute:report'),
    head: {},
    name: { kind: t('recompute:paper.kind'), subject: t('recompute:paper.subject') },
    blocks: [
      { is: 'heading', text: t('recompute:paper.facts') },
      { is: 'facts', rows: runFacts({ run, names }, saying) },
      ...(run.brokenBecause
        ? [{ is: 'paragraph' as const, text: t('recompute:broken', { reason: run.brokenBecause }) }]
        : []),
      { is: 'heading', text: t('recompute:paper.findings') },
      rows.length === 0
        ? { is: 'paragraph', text: t('recompute:clean') }
        : {
            is: 'table',
            columns: [
              { label: t('recompute:column.no'), share: 1, align: 'center' },
              { label: t('recompute:column.dossier'), share: 3 },
              { label: t('recompute:column.what'), share: 9 },
            ],
            rows,
          },
      ...(hidden > 0 ? [{ is: 'note' as const, text: t('recompute:elsewhere', { count: hidden }) }] : []),
      { is: 'note', text: t('recompute:paper.made') },
    ],
    closing: {
      signatures: [{ lines: [t('recompute:paper.signer')], name: names.get(run.askedBy ?? '') ?? '' }],
    },
  }
}
