import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import { missingWords, nextStep } from './portfolio-words.ts'
import type { PortfolioLine } from './read-portfolio.ts'

/** The portfolio as an Excel file. */
export function portfolioSheet(lines: readonly PortfolioLine[], t: Translate): Promise<Uint8Array> {
  const text = (header: string, width: number) => ({ header, width, kind: 'text' }) as const
  const column = (key: string) => t(`dossiers:page.portfolio.column.${key}`)
  return writeSheet({
    sheetName: t('dossiers:page.portfolio.title'),
    columns: [
      text(t('dossiers:page.dossier.fact.code'), 18),
      text(t('dossiers:page.dossier.fact.product'), 34),
      text(t('dossiers:page.dossier.fact.producer'), 34),
      text(t('dossiers:page.filing.column.state'), 20),
      text(column('missing'), 60),
      { header: column('dates'), width: 16, kind: 'day' },
      text(column('next'), 26),
    ],
    rows: lines.map((line) => [
      line.row.code,
      line.row.productName,
      line.row.producerName,
      t(`dossiers:state.${line.row.state}`),
      missingWords(line, t).join('; '),
      line.row.mendBy,
      t(`dossiers:page.portfolio.step.${nextStep(line)}`),
    ]),
  })
}
