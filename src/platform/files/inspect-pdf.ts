import { inflateSync } from 'node:zlib'

export type PdfFault = 'not_whole' | 'encrypted' | 'active' | 'unreadable'

/**
 * What keeps a PDF from being taken in, or null. Encrypted ones cannot be kept readable for years; scripts, programs
 * to start and forms that send themselves do not belong in evidence; bytes before or after the document are how one
 * file passes for two kinds.
 */
export function pdfFault(bytes: Uint8Array): PdfFault | null {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!isWhole(pdf)) return 'not_whole'
  const raw = pdf.toString('latin1')
  const outside = tellingNames(raw)
  if (outside.has('Encrypt')) return 'encrypted'
  const packed = unpackObjects(pdf, raw)
  if (packed === null) return 'unreadable'
  const found = [outside, ...packed.map(tellingNames)]
  return found.some((names) => activeNames.some((name) => names.has(name))) ? 'active' : null
}

// Long names only: compressed bytes can spell a short one (`/JS`) by accident, and that needs `/JavaScript` anyway.
const activeNames = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'RichMedia', 'Rendition']

function isWhole(pdf: Buffer): boolean {
  if (pdf.toString('latin1', 0, 5) !== '%PDF-') return false
  const end = pdf.lastIndexOf('%%EOF')
  if (end === -1 || pdf.lastIndexOf('startxref', end) === -1) return false
  const rest = pdf.subarray(end + 5)
  return rest.length <= 1024 && rest.every((byte) => byte === 0 || byte === 10 || byte === 13 || byte === 32)
}

/** Those of the names that decide, in a piece of PDF. A letter may be written as its number: `/Java#53cript`. */
function tellingNames(text: string): Set<string> {
  const found = new Set<string>()
  for (const name of ['Encrypt', ...activeNames]) {
    if (new RegExp(`/${name}(?![A-Za-z0-9_])`).test(text)) found.add(name)
  }
  for (const [written] of text.matchAll(/\/[A-Za-z]*(?:#[0-9A-Fa-f]{2}[A-Za-z]*)+/g)) {
    const letters = written
      .slice(1)
      .replaceAll(/#(..)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    found.add(letters)
  }
  return found
}

const unpackedLimit = 64 * 1024 * 1024

/** The object streams, unpacked; null when one is packed in a way that cannot be looked into. */
function unpackObjects(pdf: Buffer, raw: string): string[] | null {
  const unpacked: string[] = []
  let left = unpackedLimit
  for (const found of raw.matchAll(/\/ObjStm\b/g)) {
    const start = raw.indexOf('stream', found.index)
    const end = raw.indexOf('endstream', start)
    if (start === -1 || end === -1) continue
    const dictionary = raw.slice(raw.lastIndexOf('obj', found.index), start)
    const text = unpack(dictionary, pdf.subarray(afterLineBreak(pdf, start + 6), end), left)
    if (text === null) return null
    left -= text.length
    unpacked.push(text)
  }
  return unpacked
}

function unpack(dictionary: string, packed: Buffer, limit: number): string | null {
  if (!dictionary.includes('/Filter')) return packed.toString('latin1')
  const isPlainFlate =
    /\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(dictionary) && !dictionary.includes('/DecodeParms')
  if (!isPlainFlate || limit <= 0) return null
  try {
    return inflateSync(packed, { maxOutputLength: limit }).toString('latin1')
  } catch {
    return null
  }
}

function afterLineBreak(pdf: Buffer, at: number): number {
  if (pdf[at] === 13 && pdf[at + 1] === 10) return at + 2
  return pdf[at] === 10 || pdf[at] === 13 ? at + 1 : at
}
