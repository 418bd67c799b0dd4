import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file of a zip; its bytes are fetched when their turn comes. */
export interface ZippedFile {
  /** Within the zip: `05-ho-so/mau-01.pdf`. */
  path: string
  bytes(): Promise<Uint8Array>
}

/**
 * These files as one zip, in this order, read one after the other while it is sent. What cannot be read any more breaks
 * the download off: half a zip never looks whole. With `sums` its last entry, `SHA256SUMS`, names the digest of each
 * file's bytes, as `sha256sum -c` reads it.
 */
export function zipFiles(
  files: readonly ZippedFile[],
  now: Date,
  { sums = false }: { sums?: boolean } = {},
): ReadableStream<Uint8Array> {
  const zip = new ZipFile()
  const lines: string[] = []
  for (const { path, bytes } of sums ? [...files, sumsOf(lines)] : files) {
    zip.addReadStreamLazy(path, { mtime: now }, (done) => {
      bytes().then(
        (read) => {
          if (sums) lines.push(`${createHash('sha256').update(read).digest('hex')}  ${path}\n`)
          done(null, Readable.from([Buffer.from(read)]))
        },
        (error: unknown) => done(error, Readable.from([])),
      )
    })
  }
  zip.end()
  const output = new Readable().wrap(zip.outputStream)
  zip.on('error', (error: Error) => output.destroy(error))
  return Readable.toWeb(output) as ReadableStream<Uint8Array>
}

/** The last entry: by its turn every other has left its line. */
function sumsOf(lines: readonly string[]): ZippedFile {
  return { path: 'SHA256SUMS', bytes: async () => Buffer.from(lines.join('')) }
}
