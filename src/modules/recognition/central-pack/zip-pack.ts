import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { dayOf } from '#platform/dates.ts'
import { paperPdf } from '#platform/paper/draw-paper.ts'
import type { CentralPack } from './gather-pack.ts'
import { indexPaper, indexSheet } from './pack-index.ts'

/** The pack as one zip, its index first. Files are read one after the other while it is sent. */
export async function zipPack(pack: CentralPack, now: Date): Promise<ReadableStream<Uint8Array>> {
  const zip = new ZipFile()
  const options = { mtime: now }
  const index = await paperPdf(indexPaper(pack, dayOf(now)))
  zip.addBuffer(Buffer.from(index), '00-muc-luc.pdf', options)
  zip.addBuffer(Buffer.from(await indexSheet(pack.files)), '00-muc-luc.xlsx', options)
  for (const { path, bytes } of pack.files) {
    zip.addReadStreamLazy(path, options, (done) => {
      bytes().then(
        (read) => done(null, Readable.from([Buffer.from(read)])),
        (error: unknown) => done(error, Readable.from([])),
      )
    })
  }
  zip.end()
  // What cannot be read any more breaks the download off: half a pack never looks whole.
  const output = new Readable().wrap(zip.outputStream)
  zip.on('error', (error: Error) => output.destroy(error))
  return Readable.toWeb(output) as ReadableStream<Uint8Array>
}
