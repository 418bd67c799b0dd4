import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string

/** Before a test run: what it leaves in the folder for passing files lies in one of its own. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'saolang-run-'))
  process.env.TMPDIR = folder
}

/** After it that folder goes. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true })
}
