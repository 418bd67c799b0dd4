import { dayOf } from '#platform/dates.ts'
import { zipFiles } from '#platform/files/zip-files.ts'
import { paperPdf } from '#platform/paper/draw-paper.ts'
import type { CentralPack } from './gather-pack.ts'
import { indexPaper, indexSheet } from './pack-index.ts'

/** The pack as one zip, its index first. */
export async function zipPack(pack: CentralPack, now: Date): Promise<ReadableStream<Uint8Array>> {
  const index = await paperPdf(indexPaper(pack, dayOf(now)))
  const sheet = await indexSheet(pack.files)
  const indexes = [
    { path: '00-muc-luc.pdf', bytes: async () => index },
    { path: '00-muc-luc.xlsx', bytes: async () => sheet },
  ]
  return zipFiles([...indexes, ...pack.files], now)
}
