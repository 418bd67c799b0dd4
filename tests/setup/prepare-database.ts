import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrations } from '../../src/migrations.ts'
import { openServer, overEngine } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { openEngine } from '../../src/platform/db/pglite-engine.ts'
import { testTemplate } from '../../src/platform/testing/test-db.ts'

/** Before a test run: the migrated template that every test file's database is a copy of. */
export async function setup(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL
  await (server ? prepareOnServer(server) : prepareFile())
}

async function prepareFile(): Promise<void> {
  const digest = digestOfMigrations()
  const stampFile = `${testTemplate.file}.digest`
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return
  const engine = await openEngine({})
  const { db, close } = overEngine(engine)
  await migrate(db, migrations)
  mkdirSync('.cache', { recursive: true })
  writeFileSync(testTemplate.file, await engine.dump())
  writeFileSync(stampFile, digest)
  await close()
}

async function prepareOnServer(server: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database if exists ${testTemplate.database} with (force)`)
  await client.query(`create database ${testTemplate.database}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${testTemplate.database}`
  const { db, close } = openServer(url.href)
  await migrate(db, migrations)
  await close()
}

/** A digest over every file that shapes the template: migrations with what they call beside them, and the units. */
function digestOfMigrations(): string {
  const shaping = /(\/migrations(\/|\.ts$))|\/territory\//
  const files = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => shaping.test(file.replaceAll('\\', '/')))
  const digest = createHash('sha256')
  for (const file of files.sort()) digest.update(file).update(readFileSync(file))
  return digest.digest('hex')
}
