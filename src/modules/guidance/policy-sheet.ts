import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { SupportPolicy } from './policy-store.ts'

/** The province's policies as an Excel file. */
export function policySheet(policies: readonly SupportPolicy[], t: Translate): Promise<Uint8Array> {
  const column = (key: string, width: number, kind: 'text' | 'day' = 'text') =>
    ({ header: t(`guidance:policy.field.${key}`), width, kind }) as const
  return writeSheet({
    sheetName: t('guidance:policy.title'),
    columns: [
      column('title', 40),
      column('decisionNumber', 24),
      column('pays', 60),
      column('link', 40),
      column('validFrom', 14, 'day'),
      column('validTo', 14, 'day'),
      column('kinds', 40),
      column('isVerified', 20),
      { header: t('platform:demo'), width: 18, kind: 'text' },
    ],
    rows: policies.map((policy) => [
      policy.title,
      policy.decisionNumber,
      policy.pays,
      policy.link,
      policy.validFrom,
      policy.validTo,
      policy.kinds.map((kind) => t(`guidance:kind.${kind}`)).join(', ') || t('guidance:policy.every_kind'),
      t(policy.isVerified ? 'guidance:policy.verified' : 'guidance:policy.unverified'),
      policy.isDemo ? 'x' : null,
    ]),
  })
}
