import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { type Database, openServer, overEngine } from '#platform/db/connect.ts'
import { openEngine } from '#platform/db/pglite-engine.ts'
import { newId } from '#platform/ids.ts'
import { withLastLook } from './last-look.ts'

/** Why what the tests leave behind need not make sense: at all, or in the conditions named. */
export type Damage = string | Readonly<Record<string, string>>

/**
 * A migrated, empty database of its own for a test file: a copy of the template that the test run prepared, in memory
 * on the embedded engine, or on the PostgreSQL named by `TEST_DATABASE_URL`. When it closes, everything in it must
 * make sense; tests that damage it on purpose say so and why.
 */
export async function openTestDb({ damaged = {} }: { damaged?: Damage } = {}): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL
  const database = await (server ? openCopyOnServer(server) : openCopyInMemory())
  return withLastLook(database, typeof damaged === 'string' ? null : Object.keys(damaged))
}

/** The template's place, agreed between the run's set-up and the tests. */
export const testTemplate = { file: '.cache/test-template.tar', database: 'saolang_template' }

async function openCopyInMemory(): Promise<Database> {
  const template = await readFile(testTemplate.file)
  return overEngine(await openEngine({ template }))
}

async function openCopyOnServer(server: string): Promise<Database> {
  const name = `saolang_test_${newId().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template ${testTemplate.database}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = openServer(url.href, { connections: 5 })
  return {
    ...database,
    close: async () => {
      await database.close()
      await onServer(server, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
