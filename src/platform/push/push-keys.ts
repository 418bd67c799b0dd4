import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import webPush from 'web-push'
import { z } from 'zod'

const PushKeys = z.object({ publicKey: z.string().min(80), privateKey: z.string().min(40) })

/** What push services know this installation by (VAPID, RFC 8292); browsers subscribe to the public one. */
export type PushKeys = z.infer<typeof PushKeys>

/** The keys of `keys/push.json`, made on first use and never again: new ones would cut off every subscribed browser. */
export function openPushKeys(dataDir: string): PushKeys {
  const folder = join(dataDir, 'keys')
  const file = join(folder, 'push.json')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, JSON.stringify(webPush.generateVAPIDKeys()), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return PushKeys.parse(JSON.parse(readFileSync(file, 'utf8')))
}
