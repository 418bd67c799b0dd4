import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import { dossiersOf } from './cited-dossier.ts'
import type { VaultLine } from './read-vault.ts'

/** The papers of a vault as an Excel file. */
export function vaultSheet(lines: readonly VaultLine[], t: Translate): Promise<Uint8Array> {
  const text = (key: string, width: number) => ({ header: t(key), width, kind: 'text' }) as const
  const field = (name: string, width: number) => text(`producers:papers.field.${name}`, width)
  const day = (name: string) =>
    ({ header: t(`producers:papers.field.${name}`), width: 14, kind: 'day' }) as const
  return writeSheet({
    sheetName: t('dossiers:page.vault.title'),
    columns: [
      field('kind', 34),
      field('title', 34),
      field('number', 20),
      field('issuer', 30),
      day('issuedOn'),
      day('validTo'),
      text('dossiers:page.vault.column.status', 18),
      { header: t('dossiers:page.vault.column.pages'), width: 10, kind: 'number' },
      text('dossiers:page.vault.column.cited', 40),
      text('dossiers:page.vault.column.weakens', 40),
      field('note', 30),
    ],
    rows: lines.map(({ paper, status, citations, weakens, weakensLater }) => [
      t(`producers:paper.${paper.kind}`),
      paper.title,
      paper.number,
      paper.issuer,
      paper.issuedOn,
      paper.validTo,
      t(`dossiers:page.vault.status.${status}`),
      paper.pages.length,
      namesOf(dossiersOf(citations)),
      [namesOf(weakens), ...weakensLater.map(({ name }) => name)].filter(Boolean).join('; '),
      paper.note,
    ]),
  })
}

function namesOf(dossiers: readonly { code: string; productName: string }[]): string {
  return dossiers.map(({ code, productName }) => `${code} ${productName}`).join('; ')
}
