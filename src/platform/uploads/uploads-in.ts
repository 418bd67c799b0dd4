import type { Context } from 'hono'
import type { Upload } from '#platform/files/check-upload.ts'
import type { Env } from '#platform/http/env.ts'
import { Refusal } from '#platform/refusal.ts'
import { readUpload } from './receive-upload.ts'
import type { SentFile } from './sent-file.ts'

/** Under which name a form hands in files that were sent before it. */
export const sentName = (name: string): string => `${name}.sent`

/**
 * The files that a form brings under a name: those in it, and those sent piece by piece before it, whose ids it names. A
 * control left empty hands in a nameless file, which is none; one that was sent and is gone is left out.
 */
export async function uploadsIn(
  c: Context<Env>,
  form: FormData,
  name: string,
): Promise<{ uploads: Upload[]; sent: SentFile[] }> {
  const before: { upload: Upload; id: string }[] = []
  for (const id of new Set(form.getAll(sentName(name)).map(String))) {
    const upload = await sentBefore(c, id)
    if (upload) before.push({ upload, id })
  }
  const files = form.getAll(name).filter((one): one is File => typeof one !== 'string' && one.name !== '')
  const inForm = files.map(async (file) => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }))
  return {
    uploads: [...before.map(({ upload }) => upload), ...(await Promise.all(inForm))],
    sent: before.map(({ upload, id }) => ({ id, name: upload.name })),
  }
}

async function sentBefore(c: Context<Env>, id: string): Promise<Upload | null> {
  try {
    return await readUpload(c.get('ctx'), c.get('files'), id)
  } catch (thrown) {
    if (thrown instanceof Refusal) return null
    throw thrown
  }
}
