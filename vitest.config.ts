import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Loading the program anew for each file took a third of the run; nothing that it loads keeps what a test does.
    isolate: false,
    setupFiles: ['tests/setup/look-at-databases.ts'],
    globalSetup: ['tests/setup/own-temp-folder.ts', 'tests/setup/prepare-database.ts'],
  },
})
