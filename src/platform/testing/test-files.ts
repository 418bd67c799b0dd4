import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FileStore, openFileStore } from '#platform/files/file-store.ts'
import { openSigningKey, type SigningKey } from '#platform/pdf/signing-key.ts'
import { testNow } from './test-ctx.ts'

let folder: string | undefined
let files: Promise<FileStore> | undefined
let key: Promise<SigningKey> | undefined

/** A folder for uploads that this test process shares; it goes with the run's own folder. */
export function testFiles(): Promise<FileStore> {
  files ??= openFileStore({ folder: join(testFolder(), 'files') })
  return files
}

/** A signing key of this test process, made when first asked for. */
export function testSigningKey(): Promise<SigningKey> {
  key ??= openSigningKey({ dataDir: testFolder(), p12File: null, password: null }, testNow)
  return key
}

function testFolder(): string {
  folder ??= mkdtempSync(join(tmpdir(), 'saolang-test-'))
  return folder
}
