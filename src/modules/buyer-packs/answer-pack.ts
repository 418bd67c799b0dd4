import type { Context } from 'hono'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import { plainName } from '#platform/files/plain-name.ts'
import type { Env } from '#platform/http/env.ts'
import type { Locale } from '#platform/text/format.ts'
import { zipPack } from './download/zip-pack.ts'
import type { PackToday } from './read-packs.ts'

/** Answers with the whole pack as a zip, read while it is sent. */
export async function answerPack(c: Context<Env>, today: PackToday, locale: Locale): Promise<Response> {
  const stream = await zipPack(c.get('ctx'), c.var, { today, locale })
  return c.body(stream, 200, {
    'content-type': 'application/zip',
    'content-disposition': contentDisposition(`${plainName(today.pack.name) || 'pack'}.zip`),
    'cache-control': 'private, no-store',
  })
}

/** The language that a download is asked for in; the page's own where none is named. */
export function askedLocale(c: Context<Env>): Locale {
  const asked = c.req.query('lang')
  return asked === 'vi' || asked === 'en' ? asked : c.get('view').locale
}
