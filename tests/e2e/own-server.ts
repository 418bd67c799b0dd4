import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { serve, stop } from './serve.ts'

/** Each file of journeys has a server of its own, so that none finds what another did. */
let running: Awaited<ReturnType<typeof serve>> | undefined
let folder = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saolang-e2e-'))
  cpSync(inject('world'), folder, { recursive: true })
  running = await serve(folder)
})
afterAll(async () => {
  if (running) await stop(running.server)
  rmSync(folder, { recursive: true, force: true })
})

/** Where the server of this file's journeys listens. */
export function serverAddress(): string {
  if (!running) throw new Error('the server has not started')
  return running.address
}
