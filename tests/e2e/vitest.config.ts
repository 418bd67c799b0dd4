import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/e2e/*.test.ts'],
    globalSetup: ['tests/setup/own-temp-folder.ts', 'tests/e2e/fill-world.ts'],
    setupFiles: ['tests/e2e/own-server.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
})
