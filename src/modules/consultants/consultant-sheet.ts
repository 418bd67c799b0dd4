import type { Kysely } from 'kysely'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import { type Consultant, listDecisions } from './consultant-store.ts'
import type { ConsultantTables } from './consultant-tables.ts'

/** The register as an Excel file. */
export async function consultantSheet(
  db: Kysely<ConsultantTables>,
  lines: readonly Consultant[],
  t: Translate,
): Promise<Uint8Array> {
  const decisions = await listDecisions(
    db,
    lines.map(({ id }) => id),
  )
  const column = (field: string, width: number) =>
    ({ header: t(`consultants:field.${field}`), width, kind: 'text' }) as const
  const day = (header: string) => ({ header, width: 14, kind: 'day' }) as const
  return writeSheet({
    sheetName: t('consultants:title'),
    columns: [
      column('name', 40),
      column('kind', 16),
      column('fields', 40),
      column('state', 16),
      day(t('consultants:field.activeSince')),
      { header: t('consultants:decision.last'), width: 30, kind: 'text' },
      day(t('consultants:decision.decidedOn')),
      { header: t('consultants:decision.reason'), width: 40, kind: 'text' },
      column('address', 36),
      column('phone', 16),
      column('email', 26),
      column('taxCode', 16),
      column('trainingCourse', 36),
      column('trainingIssuer', 30),
      day(t('consultants:field.trainedOn')),
      { header: t('platform:demo'), width: 18, kind: 'text' },
    ],
    rows: lines.map((one) => {
      const last = decisions.find(({ consultantId }) => consultantId === one.id)
      return [
        one.name,
        t(`consultants:kind.${one.kind}`),
        one.fields.map((field) => t(`consultants:fields.${field}`)).join('; '),
        t(`consultants:state.${one.state}`),
        one.activeSince,
        last ? `${t(`consultants:outcome.${last.outcome}`)}: ${last.number}` : null,
        last?.decidedOn ?? null,
        last?.reason ?? null,
        one.address,
        one.phone,
        one.email,
        one.taxCode,
        one.trainingCourse,
        one.trainingIssuer,
        one.trainedOn,
        one.isDemo ? 'x' : null,
      ]
    }),
  })
}
