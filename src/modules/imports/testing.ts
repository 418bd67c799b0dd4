import { type Field, fields, type Typed } from './columns.ts'

/** A row that says everything there is to say, and nothing wrong. */
export function goodRow(change: Partial<Typed> = {}): Typed {
  return {
    product: 'Chè Shan tuyết',
    producer: 'HTX Chè Mây',
    producerType: 'HTX',
    stars: '4',
    year: '2023',
    level: 'Tỉnh',
    commune: 'Tà Xùa',
    decisionNumber: '12/QĐ-UBND',
    decidedOn: '28/02/2023',
    ...change,
  }
}

/** A list as CSV, with the importer's own names of columns. */
export function csvOf(rows: readonly Typed[], columns: readonly Field[] = fields): Uint8Array {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  const heads = columns.map((field) => headOf[field])
  return Buffer.from([line(heads), ...rows.map((row) => line(columns.map((field) => row[field])))].join('\n'))
}

const headOf: Record<Field, string> = {
  product: 'Tên sản phẩm',
  producer: 'Chủ thể',
  producerType: 'Loại hình',
  stars: 'Hạng sao',
  year: 'Năm',
  level: 'Cấp',
  commune: 'Xã',
  decisionNumber: 'Số QĐ',
  decidedOn: 'Ngày QĐ',
}
