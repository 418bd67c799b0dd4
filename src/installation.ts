import { sql } from 'kysely'
import type { Logger } from 'pino'
import { type Auth, openAuth } from '#modules/people/index.ts'
import { type Database, openEmbedded, openServer } from '#platform/db/connect.ts'
import { migrate } from '#platform/db/migrate.ts'
import { type FileStore, type FileStoreSettings, openFileStore } from '#platform/files/file-store.ts'
import { type Jobs, startJobs } from '#platform/jobs/boss.ts'
import { openLog } from '#platform/log.ts'
import { openSigningKey, type SigningKey } from '#platform/pdf/signing-key.ts'
import { openPushKeys, type PushKeys } from '#platform/push/push-keys.ts'
import { installationSecret } from '#platform/secrets.ts'
import { type Config, WrongSetting } from './config.ts'
import { migrations } from './migrations.ts'

/** Everything that the program holds open while it runs. */
export interface Installation {
  config: Config
  database: Database
  log: Logger
  secret: string
  files: FileStore
  signingKey: () => Promise<SigningKey>
  pushKeys: PushKeys
  close(): Promise<void>
}

/** Opens the database, embedded or on a server, and brings it to the newest form. */
export async function openInstallation(
  config: Config,
  log: Logger = openLog(config.logLevel),
): Promise<Installation> {
  const database = config.databaseUrl ? await reach(config.databaseUrl) : await openEmbedded(config.dataDir)
  const done = await migrate(database.db, migrations)
  if (done.length > 0) log.info({ migrations: done.length }, 'database brought to the newest form')
  const secret = installationSecret(config.dataDir, config.secret)
  const files = await reachFiles(config.files)
  let key: Promise<SigningKey> | undefined
  const signingKey = () => {
    key ??= openSigningKey(config.signing, new Date())
    return key
  }
  const pushKeys = openPushKeys(config.dataDir)
  return { config, database, log, secret, files, signingKey, pushKeys, close: () => database.close() }
}

/** Starts the queue of an open installation. */
export function openJobs({ database, log }: Installation): Promise<Jobs> {
  return startJobs(database.db, log)
}

/** Sign-in at the address that people type. */
export function openSignIn({ config, database, secret }: Installation): Promise<Auth> {
  const baseUrl = baseUrlOf(config)
  return openAuth({ db: database.db, secret, baseUrl, secure: baseUrl.startsWith('https:') })
}

/** The address that people type, or else the one that the server listens on; without a slash at the end. */
export function baseUrlOf({ host, port, publicUrl }: Config): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function reach(url: string): Promise<Database> {
  const database = openServer(url)
  try {
    await sql`select 1`.execute(database.db)
    return database
  } catch (error) {
    await database.close()
    throw new WrongSetting(`DATABASE_URL: the database cannot be reached: ${(error as Error).message}`)
  }
}

async function reachFiles(settings: FileStoreSettings): Promise<FileStore> {
  const files = await openFileStore(settings)
  const where =
    's3' in settings
      ? `S3_BUCKET=${settings.s3.bucket}${settings.s3.endpoint ? ` at ${settings.s3.endpoint}` : ''}`
      : `FILES_DIR=${settings.folder}`
  await files.check().catch((error: Error) => {
    throw new WrongSetting(`${where}: no file can be kept there: ${error.message}. See docs/operating.md.`)
  })
  return files
}
