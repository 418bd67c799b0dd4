import type { Context } from 'hono'
import { fileHeaders } from '#platform/files/file-headers.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import { pictureOf } from '#platform/files/picture-of.ts'
import type { Env } from '#platform/http/env.ts'
import { Refusal } from '#platform/refusal.ts'

const usualWidth = 960

/** A picture as wide as `?w=` asks for, from a few sizes. Whether the reader may see it is for the caller to decide. */
export async function sendPhoto(c: Context<Env>, fileId: string): Promise<Response> {
  const files = c.get('files')
  const file = await openStoredFile(c.get('ctx').db, files, fileId)
  const asked = Number(c.req.query('w') ?? usualWidth)
  const picture = await pictureOf(files, file.sha256, Number.isFinite(asked) ? asked : usualWidth)
  if (!picture) throw new Refusal('not_found', 'files.unknown')
  const shown = { ...file, name: 'anh.webp', contentType: 'image/webp', size: picture.length }
  return c.body(new Uint8Array(picture), 200, fileHeaders(shown, 'inline'))
}
