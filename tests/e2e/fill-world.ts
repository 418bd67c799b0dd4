import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serve, stop } from './serve.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder that every journey's server begins with a copy of. */
    world: string
  }
}

let folder = ''

/** Fills the demonstration's world once, by the program itself: each file of journeys goes through a copy of it. */
export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'saolang-world-'))
  const { server } = await serve(folder)
  await stop(server)
  project.provide('world', folder)
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true })
}
