import type { Sharp } from 'sharp'

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp'

// 120 million points: the largest photographs that phones take. Beyond it lies the picture that unpacks to gigabytes.
const mostPixels = 120_000_000
const longestSide = 5000

/**
 * The picture written anew: upright, in sRGB, at most 5,000 points on a side, without the place where it was taken or
 * anything else that travelled with it. Null when it cannot be read or is too large to be safe.
 */
export async function cleanPicture(bytes: Uint8Array, type: PictureType): Promise<Uint8Array | null> {
  try {
    const picture = (await openPicture(bytes))
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    return await written(picture, type)
  } catch {
    return null
  }
}

/** The picture as WebP, `width` points wide at most. */
export async function shrinkPicture(bytes: Uint8Array, width: number): Promise<Uint8Array> {
  return (await openPicture(bytes))
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer()
}

/** The picture as JPEG for a paper, `width` points wide at most, on white where it is transparent; with its size. */
export async function printPicture(
  bytes: Uint8Array,
  width: number,
): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  const { data, info } = await (await openPicture(bytes))
    .resize({ width, withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

// Loaded when the first picture comes: a server that only answers pages need not carry it.
async function openPicture(bytes: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
}

function written(picture: Sharp, type: PictureType): Promise<Uint8Array> {
  if (type === 'image/png') return picture.png().toBuffer()
  if (type === 'image/webp') return picture.webp({ quality: 88 }).toBuffer()
  return picture.jpeg({ quality: 88 }).toBuffer()
}
