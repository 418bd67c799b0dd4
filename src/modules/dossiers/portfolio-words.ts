import { addDays, type Day } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { PortfolioLine } from './read-portfolio.ts'

/** What is missing in a dossier, line by line; none when the producer may hand it in. */
export function missingWords({ missing }: PortfolioLine, t: Translate): string[] {
  if (!missing) return []
  const named = (keys: readonly string[], group: string) => keys.map((key) => t(`${group}.${key}`)).join(', ')
  const words = (key: string, facts: Record<string, unknown>) => t(`dossiers:page.portfolio.${key}`, facts)
  const lacks = missing.lacks.flatMap((lack) => {
    if (lack.part === 'registration')
      return words('fields', { what: named(lack.fields, 'dossiers:page.filing.field') })
    return lack.part === 'answers' ? words('answers', { count: lack.criteria.length }) : []
  })
  const { report, papers } = missing.advice
  return [
    ...(missing.unmended > 0 ? [words('unmended', { count: missing.unmended })] : []),
    ...lacks,
    ...(report.length > 0 ? [words('report', { what: named(report, 'dossiers:page.filing.field') })] : []),
    ...(papers.length > 0 ? [words('papers', { what: named(papers, 'dossiers:paper') })] : []),
  ]
}

/** The days to watch: what was sent back, papers of the producer that end. */
export function dateWords({ row, endingPapers }: PortfolioLine, today: Day, t: Translate): string[] {
  const words = (key: string, facts: Record<string, unknown>) => t(`dossiers:page.portfolio.${key}`, facts)
  const papers = endingPapers.map(({ kind, validTo }) =>
    words(validTo < today ? 'paper_expired' : 'paper_expiring', {
      paper: t(`producers:paper.${kind}`),
      day: validTo,
    }),
  )
  const { mendBy } = row
  if (!mendBy) return papers
  return [words(mendBy < today ? 'mend_late' : 'mend_by', { day: mendBy }), ...papers]
}

/** Whether a day to watch is past or within a week. */
export function isUrgent({ row, endingPapers }: PortfolioLine, today: Day): boolean {
  const soon = addDays(today, 7)
  return (row.mendBy !== null && row.mendBy <= soon) || endingPapers.some(({ validTo }) => validTo <= soon)
}

/** What comes next with the dossier, and for whom. */
export function nextStep({ row, missing }: PortfolioLine): 'fill' | 'mend' | 'wait_producer' | 'see' {
  if (!missing) return 'see'
  if (row.state !== 'draft') return missing.unmended > 0 ? 'mend' : 'wait_producer'
  return missing.lacks.length > 0 ? 'fill' : 'wait_producer'
}
