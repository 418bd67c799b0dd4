import { shrinkPicture } from './clean-picture.ts'
import type { FileStore } from './file-store.ts'

const widths = [160, 320, 640, 960, 1280, 1920]
const drawing = new Map<string, Promise<Uint8Array | null>>()

/**
 * A kept picture as WebP, about `width` points wide (the next larger of a few sizes), drawn once and kept beside it.
 * Null when there are no such bytes, or they are no picture.
 */
export function pictureOf(files: FileStore, sha256: string, width: number): Promise<Uint8Array | null> {
  const size = widths.find((each) => each >= width) ?? 1920
  const name = `${size}.webp`
  const key = `${sha256}/${name}`
  const running = drawing.get(key)
  if (running) return running
  const drawn = draw(files, sha256, size, name).finally(() => drawing.delete(key))
  drawing.set(key, drawn)
  return drawn
}

async function draw(
  files: FileStore,
  sha256: string,
  size: number,
  name: string,
): Promise<Uint8Array | null> {
  const known = await files.readPicture(sha256, name)
  if (known) return known
  const bytes = await files.read(sha256)
  if (!bytes) return null
  const picture = await shrinkPicture(bytes, size).catch(() => null)
  if (picture) await files.putPicture(sha256, name, picture)
  return picture
}
