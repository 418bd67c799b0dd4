import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { ProductLine } from './list-product-page.ts'

/** The list as an Excel file. */
export function productSheet(lines: AsyncIterable<ProductLine>, t: Translate): Promise<Uint8Array> {
  const text = (header: string, width: number) => ({ header, width, kind: 'text' }) as const
  return writeSheet({
    sheetName: t('products:title'),
    columns: [
      text(t('products:field.name'), 36),
      text(t('products:producer'), 40),
      text(t('products:filter.group'), 12),
      { header: t('products:field.productSetNo'), width: 14, kind: 'number' },
      text(t('products:field.specification'), 24),
      text(t('products:field.unitId'), 22),
      text(t('platform:demo'), 18),
    ],
    rows: rowsOf(lines),
  })
}

async function* rowsOf(lines: AsyncIterable<ProductLine>) {
  for await (const { product, unit } of lines) {
    yield [
      product.name,
      product.producerName,
      product.groupCode,
      product.productSetNo,
      product.specification,
      unit?.name ?? null,
      product.isDemo ? 'x' : null,
    ]
  }
}
