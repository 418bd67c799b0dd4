import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openEmbedded } from '../src/platform/db/connect.ts'
import { FolderInUse } from '../src/platform/db/folder-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'saolang-embedded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('nothing acknowledged is lost when the program is killed at any moment', async () => {
  let acknowledged = 0
  for (const pause of [0, 40, 130, 310, 20]) acknowledged = Math.max(acknowledged, await writeThenKill(pause))
  const { db, close } = await openEmbedded(folder)
  const { rows } = await sql<{
    count: number
    last: number
  }>`select count(*), max(n) as last from written`.execute(db)
  await close()
  expect(acknowledged).toBeGreaterThan(50)
  expect(rows[0]?.last).toBeGreaterThanOrEqual(acknowledged)
  expect(rows[0]?.count).toBe(rows[0]?.last)
}, 90_000)

test('a second program on the same folder is refused in words, and the folder is free again after the first', async () => {
  const first = await openEmbedded(folder)
  await expect(openEmbedded(folder)).rejects.toThrow(FolderInUse)
  await first.close()
  const again = await openEmbedded(folder)
  await again.close()
})

test('a connection that the driver gives up leaves no transaction behind', async () => {
  const { db, close } = await openEmbedded(folder)
  await expect(
    db.transaction().execute(async (trx) => {
      await sql`insert into written values (-1)`.execute(trx)
      await sql`select 1 / 0`.execute(trx)
    }),
  ).rejects.toThrow('division by zero')
  expect((await sql`select * from written where n = -1`.execute(db)).rows).toEqual([])
  await close()
})

/** The last number that the writing program said before it was killed, `pause` ms after it began. */
function writeThenKill(pause: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'crash/write-until-killed.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (text) => {
      if (!said && String(text).startsWith('open')) setTimeout(() => child.kill('SIGKILL'), pause)
      said += text
    })
    child.once('error', reject)
    child.once('exit', () => resolve(Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1)) || 0))
  })
}
