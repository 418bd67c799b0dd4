import { join } from 'node:path'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { EngineSocket } from './engine-socket.ts'
import { lockFolder } from './folder-lock.ts'
import type { Engine } from './pglite-engine.ts'
import { openWorkerEngine } from './worker-engine.ts'

export interface Database {
  // biome-ignore lint/suspicious/noExplicitAny: each module narrows this to the tables it may touch
  db: Kysely<any>
  kind: 'embedded' | 'server'
  close(): Promise<void>
}

/** Opens PostgreSQL at `url`. */
export function openServer(url: string, { connections = 10 } = {}): Database {
  // Compiling a plan costs more than running it: our queries are short.
  const settings = { connectionString: url, max: connections, options: '-c jit=off', types }
  return wrap(new pg.Pool(settings), 'server')
}

/** Opens the embedded database in `folder`, in a thread of its own, and holds the folder. */
export async function openEmbedded(folder: string): Promise<Database> {
  const unlock = lockFolder(folder)
  const engine = await openWorkerEngine({ folder: join(folder, 'db') })
  return overEngine(engine, unlock)
}

/** The database of an engine that is already open. */
export function overEngine(engine: Engine, afterClose: () => void = () => {}): Database {
  // PGlite has a single session: a pool of one makes concurrent transactions queue. It is never idle long enough to
  // be dropped, since a new connection would find the old one's session.
  const stream = () => new EngineSocket(engine)
  const settings = { max: 1, idleTimeoutMillis: 0, user: 'postgres', database: 'postgres', stream, types }
  const database = wrap(new pg.Pool(settings), 'embedded')
  return {
    ...database,
    close: async () => {
      await database.close()
      await engine.close()
      afterClose()
    },
  }
}

function wrap(pool: pg.Pool, kind: Database['kind']): Database {
  pool.on('error', () => {}) // A connection lost while idle is replaced at the next query.
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })]
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }), plugins })
  return { db: db as Database['db'], kind, close: () => db.destroy() }
}

const { INT8, DATE } = pg.types.builtins

/** Counts and money fit a safe number; a day is the text it is, in no time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number
    if (oid === DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  },
}
