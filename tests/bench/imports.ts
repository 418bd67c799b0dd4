import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { migrations } from '../../src/migrations.ts'
import { confirmImport, runImport, startImport } from '../../src/modules/imports/index.ts'
import { system } from '../../src/platform/ctx.ts'
import { openEmbedded } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { noJobs } from '../../src/platform/jobs/queue.ts'
import { writeSheet } from '../../src/platform/sheet/write-sheet.ts'
import { atMost, type Figure } from './measure.ts'

const rowCount = 20_000
const megabyte = 2 ** 20

/** How long an Excel list of 20,000 products takes from the file to the last recognition, and how much memory. */
export async function importFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saolang-bench-'))
  const { db, close } = await openEmbedded(folder)
  await migrate(db, migrations)
  const bytes = await bigList()
  const ctx = { db, actor: system, now: new Date(), jobs: noJobs, log: pino({ level: 'silent' }) }

  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 20)
  const began = performance.now()
  const { batchId } = await startImport(ctx, { unitId: '14', name: 'big.xlsx', bytes })
  const read = performance.now()
  await confirmImport(ctx, { batchId })
  await runImport(ctx, { batchId })
  const ended = performance.now()
  clearInterval(watch)

  const { count } = await db
    .selectFrom('recognition')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count !== rowCount) throw new Error(`${count} recognitions came of ${rowCount} rows`)
  await close()
  rmSync(folder, { recursive: true, force: true })
  const seconds = (from: number, to: number) => (to - from) / 1000
  return [
    atMost(
      `import of ${rowCount} rows, from the file to the last recognition`,
      seconds(began, ended),
      20,
      's',
    ),
    atMost('of it, reading the file and showing what is wrong', seconds(began, read), 20, 's'),
    atMost('memory that the import takes at most', (peak - before) / megabyte, 400, 'MB'),
  ]
}

/** A list as a province would have it in many years: 4,000 producers, five products each, some names very common. */
export function bigList(): Promise<Uint8Array> {
  const heads = ['Tên sản phẩm', 'Chủ thể', 'Loại hình', 'Hạng sao', 'Năm', 'Cấp', 'Xã']
  const goods = ['Mận sấy dẻo', 'Cà phê bột', 'Chè Shan tuyết', 'Mật ong hoa nhãn', 'Xoài sấy giòn']
  const communes = ['Tà Xùa', 'Hua La', 'Phổng Lái', 'Mường Và', 'Mộc Châu', '']
  const rows = Array.from({ length: rowCount }, (_, n) => [
    `${goods[n % 5]}${n % 3 === 0 ? '' : ` số ${n}`}`,
    `HTX nông nghiệp và dịch vụ ${Math.floor(n / 5)}`,
    'Hợp tác xã',
    `${3 + (n % 2)} sao`,
    String(2019 + (n % 7)),
    'Tỉnh',
    communes[n % 6] ?? '',
  ])
  const columns = heads.map((header) => ({ header, width: 24, kind: 'text' as const }))
  return writeSheet({ sheetName: 'OCOP', columns, rows })
}
