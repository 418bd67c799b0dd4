import type { Context } from 'hono'
import { dayOf } from '#platform/dates.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'

/** Answers with an Excel file under this name and the day. */
export function sheetAnswer(c: Context<Env>, name: string, bytes: Uint8Array): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': contentDisposition(`${name}-${dayOf(c.get('ctx').now)}.xlsx`, 'attachment'),
    'cache-control': 'private, no-store',
  })
}
