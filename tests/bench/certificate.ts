import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readConfig } from '../../src/config.ts'
import { fillDemonstration } from '../../src/demo/fill-demonstration.ts'
import { openInstallation } from '../../src/installation.ts'
import { drawCertificate } from '../../src/modules/recognition/draw-certificate.ts'
import { system } from '../../src/platform/ctx.ts'
import { noJobs } from '../../src/platform/jobs/queue.ts'
import { stopDrawing } from '../../src/platform/pdf/typst-thread.ts'
import { atMost, type Figure, quantile, timesOf } from './measure.ts'

/** How long a certificate takes from its frozen facts to the signed PDF/A that is kept. */
export async function certificateFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saolang-bench-'))
  const installation = await openInstallation(readConfig({ DATA_DIR: folder, LOG_LEVEL: 'warn' }))
  const { database, files, log, signingKey } = installation
  const { db } = database
  const now = new Date()
  await fillDemonstration({ db, log, files, now })
  const { rows } = await sql<{ code: string }>`select code from certificate`.execute(db)
  const ctx = { db, actor: system, now, jobs: noJobs, log }
  const times = await timesOf(200, async (run) => {
    const code = rows[run % rows.length]?.code ?? ''
    await sql`update certificate set file_id = null, file_sha256 = null where code = ${code}`.execute(db)
    return drawCertificate(ctx, { code, files, signingKey, origin: 'https://saolang.example' })
  })
  await stopDrawing()
  await installation.close()
  rmSync(folder, { recursive: true, force: true })
  return [atMost('certificate PDF, drawn, signed and kept: median', quantile(times, 0.5), 50, 'ms')]
}
