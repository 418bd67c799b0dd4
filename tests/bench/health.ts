import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openEmbedded } from '../../src/platform/db/connect.ts'
import { atMost, type Figure, quantile } from './measure.ts'

/** How long the server keeps `/health` waiting while the embedded database works on a query of several seconds. */
export async function healthFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saolang-bench-'))
  const { db, close } = await openEmbedded(folder)
  const server = createServer((_, answer) => answer.end('ok'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/health`
  let heavy = true
  const query = sql`select sum(a.n * b.n) from generate_series(1, 4000) a(n), generate_series(1, 4000) b(n)`
    .execute(db)
    .then(() => {
      heavy = false
    })
  const times: number[] = []
  while (heavy) {
    const began = performance.now()
    await (await fetch(address)).text()
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await query
  server.close()
  await close()
  rmSync(folder, { recursive: true, force: true })
  const slowest = quantile(times, 1)
  return [atMost(`/health while a heavy query runs, slowest of ${times.length}`, slowest, 50, 'ms')]
}
