import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'

/** Answers PostgreSQL wire-protocol messages, as a server's socket would. */
export interface Engine {
  exchange(message: Uint8Array): Promise<Uint8Array>
  /** The whole database as one tarball, for a template that later databases start from. */
  dump(): Promise<Uint8Array>
  close(): Promise<void>
}

export interface EngineOptions {
  /** The folder of the database; absent, it lives in memory. */
  folder?: string
  /** A tarball that `dump` made, for a database that starts as a copy. */
  template?: Uint8Array
}

/** Opens PostgreSQL in WebAssembly, with the extensions that the product's search needs. */
export async function openEngine({ folder, template }: EngineOptions): Promise<Engine> {
  const database = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(template ? { loadDataDir: new Blob([template as BlobPart]) } : {}),
    extensions: { pg_trgm, unaccent },
  })
  return {
    exchange: (message) => database.execProtocolRaw(message),
    dump: async () => new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer()),
    close: () => database.close(),
  }
}
