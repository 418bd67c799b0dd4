import type { NewSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { CertifiedProduct } from './recognised-product-store.ts'

/** The certificates as an Excel list. */
export function certificateSheet(rows: readonly CertifiedProduct[], t: Translate): NewSheet {
  const column = (name: string, width: number, kind: 'text' | 'number' | 'day' = 'text') => ({
    header: t(`recognition:certificate.${name}`),
    width,
    kind,
  })
  return {
    sheetName: t('recognition:certificates.title'),
    columns: [
      column('certificate', 22),
      column('code', 14),
      column('product', 40),
      column('producer', 40),
      column('place', 28),
      column('stars', 8, 'number'),
      column('status', 16),
      column('issued_on', 14, 'day'),
      column('expires_on', 14, 'day'),
      column('decision', 20),
      column('revoked_on', 14, 'day'),
    ],
    rows: rows.map((row) => [
      row.certificateNumber,
      row.code,
      row.productName,
      row.producerName,
      row.todayUnitName,
      row.stars,
      t(`recognition:status.${row.status}`),
      row.issuedOn,
      row.expiresOn,
      row.decisionNumber,
      row.revokedOn,
    ]),
  }
}
