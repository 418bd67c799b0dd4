import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { tryLock } from 'fs-native-extensions'

/** Thrown when another process has the folder: two at once would lose data without a word. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `The data folder ${folder} is in use by another running Sao Làng. Stop it first, or choose another DATA_DIR.`,
    )
  }
}

/**
 * Takes the folder for this process and returns what gives it back. The operating system holds the lock, so it is
 * gone with the process, however that ends.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = openSync(join(folder, 'lock'), 'a+')
  if (!tryLock(file)) {
    closeSync(file)
    throw new FolderInUse(folder)
  }
  return () => closeSync(file)
}
