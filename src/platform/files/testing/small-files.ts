import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A small whole PDF; `objects` are more of its objects, `tail` follows its end. */
export function smallPdf({ objects = '', trailer = '', head = '', tail = '' } = {}): Uint8Array {
  const body = `${head}%PDF-1.7
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>> endobj
${objects}
trailer <</Root 1 0 R ${trailer}>>
startxref
0
%%EOF
${tail}`
  return Buffer.from(body, 'latin1')
}

/** An object stream with `content` packed into it. */
export function packedObjects(content: string, filter = '/FlateDecode', more = ''): string {
  const packed = deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
  return `9 0 obj <</Type /ObjStm /N 1 /First 4 /Length ${packed.length} /Filter ${filter} ${more}>> stream\n${packed}\nendstream endobj`
}

/** A photograph of 40 × 20 points that lies on its side and says where it was taken. */
export function photograph(): Promise<Uint8Array> {
  return sharp({ create: { width: 40, height: 20, channels: 3, background: '#0a7d4b' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Phone of Mai' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 20/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

export function picture(type: 'png' | 'webp', width = 40): Promise<Uint8Array> {
  return sharp({ create: { width, height: 20, channels: 4, background: '#0a7d4b' } })
    .toFormat(type)
    .toBuffer()
}

/** A PNG of a few bytes that claims to be `width` × `height` points. */
export function claimedPng(width: number, height: number): Uint8Array {
  const head = Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000000000000008020000000000000000000049444154',
    'hex',
  )
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}

/** The beginning of a picture as iPhones make them. */
export function heic(): Uint8Array {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(64),
  ])
}
