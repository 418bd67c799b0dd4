import { once } from 'node:events'
import { Readable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { refuseSheet } from './sheet-limits.ts'

export interface ZipEntry {
  name: string
  /** Where its packed bytes lie. */
  start: number
  packedSize: number
  method: number
}

const mostEntries = 2000
const mostUnpacked = 200 * 1024 * 1024
const stored = 0
const deflated = 8

/**
 * The entries of a ZIP that is safe to unpack: it is what its directory says, nothing overlaps or lies between, and
 * it really unpacks (sizes that are claimed are not believed) to 200 MB at most.
 * @throws Refusal `sheet.unreadable`, `sheet.too_large`
 */
export async function openZip(zip: Buffer): Promise<ZipEntry[]> {
  const entries = readDirectory(zip)
  let left = mostUnpacked
  for (const entry of entries) left -= await unpackedSize(zip, entry, left)
  return entries
}

/** One small entry, unpacked; empty when there is none of that name. */
export function readEntry(zip: Buffer, entries: ZipEntry[], name: string): string {
  const entry = entries.find((each) => each.name === name)
  if (!entry) return ''
  const packed = zip.subarray(entry.start, entry.start + entry.packedSize)
  return (entry.method === stored ? packed : inflateRawSync(packed, { maxOutputLength: 8_000_000 })).toString(
    'utf8',
  )
}

/** The text of an entry, unpacked and decoded piece by piece; nothing when there is none of that name. */
export async function* readText(zip: Buffer, entries: ZipEntry[], name: string): AsyncGenerator<string> {
  const entry = entries.find((each) => each.name === name)
  if (!entry) return
  const packed = Readable.from(pieces(zip.subarray(entry.start, entry.start + entry.packedSize)))
  const unpacked = entry.method === stored ? packed : packed.pipe(createInflateRaw())
  const decoder = new TextDecoder()
  for await (const piece of unpacked) yield decoder.decode(piece as Buffer, { stream: true })
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  const size = 64 * 1024
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function readDirectory(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end === -1 || end + 22 > zip.length) throw refuseSheet('unreadable')
  const count = zip.readUInt16LE(end + 10)
  const directory = zip.readUInt32LE(end + 16)
  if (count === 0 || count > mostEntries || directory > end) throw refuseSheet('unreadable')
  const entries: ZipEntry[] = []
  let at = directory
  let reached = 0
  for (let number = 0; number < count; number += 1) {
    const { entry, next, from, to } = readHead(zip, at, end)
    expectNothingBetween(reached, from)
    entries.push(entry)
    reached = to
    at = next
  }
  expectNothingBetween(reached, directory)
  return entries
}

/** The reader walks from one local head to the next: what it meets must be what the directory lists. */
function expectNothingBetween(reached: number, next: number): void {
  // An entry may be followed by its size, told afterwards.
  if (![0, 12, 16, 20, 24].includes(next - reached)) throw refuseSheet('unreadable')
}

function readHead(zip: Buffer, at: number, end: number) {
  if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50) throw refuseSheet('unreadable')
  const isEncrypted = (zip.readUInt16LE(at + 8) & 1) === 1
  const method = zip.readUInt16LE(at + 10)
  if (isEncrypted || (method !== stored && method !== deflated)) throw refuseSheet('unreadable')
  const nameLength = zip.readUInt16LE(at + 28)
  const from = zip.readUInt32LE(at + 42)
  if (from + 30 > end || zip.readUInt32LE(from) !== 0x04034b50) throw refuseSheet('unreadable')
  const start = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28)
  const packedSize = zip.readUInt32LE(at + 20)
  const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
  const next = at + 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  const to = start + packedSize
  if (to > end) throw refuseSheet('unreadable')
  return { entry: { name, start, packedSize, method }, next, from, to }
}

async function unpackedSize(
  zip: Buffer,
  { start, packedSize, method }: ZipEntry,
  limit: number,
): Promise<number> {
  if (method === stored) return within(packedSize, limit)
  const inflate = createInflateRaw()
  let size = 0
  inflate.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > limit) inflate.destroy(refuseSheet('too_large'))
  })
  inflate.end(zip.subarray(start, start + packedSize))
  try {
    await once(inflate, 'end')
  } catch (thrown) {
    throw size > limit ? thrown : refuseSheet('unreadable')
  }
  return size
}

function within(size: number, limit: number): number {
  if (size > limit) throw refuseSheet('too_large')
  return size
}
