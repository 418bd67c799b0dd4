import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { ListedProducer } from './list-producer-page.ts'

/** The list as an Excel file. Gender and ethnicity stay out of it: a file goes where nobody watches it. */
export function producerSheet(lines: AsyncIterable<ListedProducer>, t: Translate): Promise<Uint8Array> {
  const text = (field: string, width: number) =>
    ({ header: t(`producers:field.${field}`), width, kind: 'text' }) as const
  const day = (field: string) => ({ header: t(`producers:field.${field}`), width: 14, kind: 'day' }) as const
  return writeSheet({
    sheetName: t('producers:title'),
    columns: [
      text('name', 40),
      text('kind', 20),
      text('unitId', 22),
      text('address', 36),
      text('phone', 16),
      text('email', 26),
      text('representativeName', 24),
      text('representativePost', 16),
      text('registrationNumber', 18),
      day('registrationIssuedOn'),
      text('taxCode', 16),
      day('foundedOn'),
      { header: t('producers:source.title'), width: 20, kind: 'text' },
      { header: t('platform:demo'), width: 18, kind: 'text' },
    ],
    rows: rowsOf(lines, t),
  })
}

async function* rowsOf(lines: AsyncIterable<ListedProducer>, t: Translate) {
  for await (const { producer, unit } of lines) {
    yield [
      producer.name,
      t(`producers:kind.${producer.kind}`),
      unit?.name ?? null,
      producer.address,
      producer.phone,
      producer.email,
      producer.representativeName,
      producer.representativePost,
      producer.registrationNumber,
      producer.registrationIssuedOn,
      producer.taxCode,
      producer.foundedOn,
      t(`producers:source.${producer.source}`),
      producer.isDemo ? 'x' : null,
    ]
  }
}
