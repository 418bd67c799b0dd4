import type { Upload } from '#platform/files/check-upload.ts'

/** The files that were chosen under a name in a form; a control left empty hands in a nameless file, which is none. */
export async function uploadsIn(form: FormData, name: string): Promise<Upload[]> {
  const files = form.getAll(name).filter((one): one is File => typeof one !== 'string' && one.name !== '')
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}
