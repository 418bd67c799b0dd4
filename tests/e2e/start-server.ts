import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
  }
}

let folder = ''
let server: ChildProcess | undefined

/** One server for all journeys: the built program, on a fresh embedded database with the demonstration's world. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'saolang-e2e-'))
  const env = { ...process.env, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: '' }
  server = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  project.provide('address', await addressOf(server))
}

export async function teardown(): Promise<void> {
  const ended = new Promise((resolve) => server?.once('exit', resolve))
  server?.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (text) => {
      said += text
      const address = /http:\/\/[^\s]+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    server.once('exit', (code) => reject(new Error(`the server ended (${code}): ${said}`)))
  })
}
