import type { Context } from 'hono'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Answers with an Excel file to be saved under this name. */
export function sheetAnswer(c: Context<Env>, name: string, bytes: Uint8Array): Response {
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': excel,
    'content-disposition': contentDisposition(`${name}.xlsx`, 'attachment'),
    'cache-control': 'private, no-store',
  })
}
