import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { FileStoreSettings } from '#platform/files/file-store.ts'
import type { S3Settings } from '#platform/files/s3-bucket.ts'
import type { SigningSettings } from '#platform/pdf/signing-key.ts'
import type { SmsSettings } from '#platform/sms/sms-transport.ts'

const Settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DEMO: z.enum(['auto', 'on', 'off']).default('auto'),
  DEMO_PUBLIC: z.enum(['yes', 'no']).default('no'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SECRET: z.string().min(32).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Sao Làng <no-reply@saolang.example>'),
  SMS_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_GATEWAY_TOKEN: z.string().optional(),
  SMS_SENDER: z.string().min(1).max(11).default('OCOP'),
  FILES_DIR: z.string().min(1).optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_ACCESS_KEY_ID: z.string().default(''),
  S3_SECRET_ACCESS_KEY: z.string().default(''),
  SIGNING_P12: z.string().optional(),
  SIGNING_P12_PASSWORD: z.string().optional(),
  TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  PROVINCE: z
    .string()
    .regex(/^\d{2}$/)
    .default('14'),
})

/** A setting that the program refuses to start with; its message is the one line that the operator reads. */
export class WrongSetting extends Error {}

export interface Config {
  host: string
  port: number
  dataDir: string
  databaseUrl: string | null
  /** Whether an empty database is filled with the demonstration's world and its accounts. */
  demo: boolean
  /** The address that people type, without a slash at the end; null: the one the server listens on. */
  publicUrl: string | null
  secret: string | null
  smtpUrl: string | null
  mailFrom: string
  /** The gateway of text messages; null: the province does not send any. */
  sms: SmsSettings | null
  files: FileStoreSettings
  signing: SigningSettings
  trustProxy: boolean
  logLevel: string
  /** Code of the province that this installation serves. */
  province: string
}

/**
 * The settings from the environment, checked.
 * @throws WrongSetting naming the setting and what is wrong with it
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) {
    const [fault] = parsed.error.issues
    const name = String(fault?.path[0])
    throw new WrongSetting(`${name}=${given[name]} cannot be used: ${fault?.message}. See docs/operating.md.`)
  }
  const settings = parsed.data
  const demo = settings.DEMO === 'on' || (settings.DEMO === 'auto' && !settings.DATABASE_URL)
  if (!isLoopback(settings.HOST)) checkOpenToNetwork(settings, demo)
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDir: resolve(settings.DATA_DIR),
    databaseUrl: settings.DATABASE_URL ?? null,
    demo,
    publicUrl: settings.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    secret: settings.SECRET ?? null,
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM,
    sms: smsOf(settings),
    files: filesOf(settings),
    signing: {
      dataDir: resolve(settings.DATA_DIR),
      p12File: settings.SIGNING_P12 ?? null,
      password: settings.SIGNING_P12_PASSWORD ?? null,
    },
    trustProxy: settings.TRUST_PROXY === 'yes',
    logLevel: settings.LOG_LEVEL,
    province: settings.PROVINCE,
  }
}

/** What must be settled before anybody else's machine can reach the program. */
function checkOpenToNetwork(
  { HOST, DEMO_PUBLIC, PUBLIC_URL }: z.infer<typeof Settings>,
  demo: boolean,
): void {
  if (demo && DEMO_PUBLIC === 'no') {
    throw new WrongSetting(
      `HOST=${HOST} would show the demonstration, whose passwords everybody knows, to the network. ` +
        'Set DEMO=off for real work, or DEMO_PUBLIC=yes if that is what you want.',
    )
  }
  if (!demo && !PUBLIC_URL) {
    throw new WrongSetting(
      'PUBLIC_URL is missing: mails and QR codes must name the address that people type.',
    )
  }
}

function smsOf(settings: z.infer<typeof Settings>): SmsSettings | null {
  const { SMS_GATEWAY_URL: url, SMS_GATEWAY_TOKEN: token, SMS_SENDER: sender } = settings
  if (!url) return null
  if (!token) throw new WrongSetting('SMS_GATEWAY_TOKEN is missing beside SMS_GATEWAY_URL.')
  return { url, token, sender }
}

function filesOf(settings: z.infer<typeof Settings>): FileStoreSettings {
  const { S3_BUCKET: bucket, FILES_DIR, DATA_DIR } = settings
  return bucket
    ? { s3: bucketOf(bucket, settings) }
    : { folder: resolve(FILES_DIR ?? join(DATA_DIR, 'files')) }
}

function bucketOf(bucket: string, settings: z.infer<typeof Settings>): S3Settings {
  const { S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings
  const missing = Object.entries({
    // Only Amazon's own store must know its region; the others take any.
    S3_REGION: S3_REGION ?? S3_ENDPOINT,
    S3_ACCESS_KEY_ID,
    S3_SECRET_ACCESS_KEY,
  }).find(([, value]) => !value)
  if (missing) throw new WrongSetting(`${missing[0]} is missing beside S3_BUCKET. See docs/operating.md.`)
  return {
    bucket,
    region: S3_REGION ?? 'us-east-1',
    endpoint: S3_ENDPOINT ?? null,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
