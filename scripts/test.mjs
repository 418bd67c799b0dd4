// `npm test`: types, lint, the suite on the embedded database and on a PostgreSQL, the journeys in a browser.
// What is missing is installed first. The last line says how many passed and how many failed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode, install, root } from './install.mjs'

checkNode()
process.chdir(root)
install('all')
mkdirSync('.cache', { recursive: true })

let passed = 0
let failed = 0

const { buildAll } = await import('./build.mjs')
await step('build', () => buildAll())
check('types', ['node_modules/typescript/bin/tsc'])
check('lint', ['node_modules/@biomejs/biome/bin/biome', 'check'])
suite('the suite on the embedded database', [])
await withPostgres((url) => suite('the suite on PostgreSQL', [], { TEST_DATABASE_URL: url }))
await withBrowser((browser) =>
  suite('journeys in the browser', ['--config', 'tests/e2e/vitest.config.ts'], {
    TEST_BROWSER: JSON.stringify(browser),
  }),
)

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

function check(name, command) {
  heading(name)
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' })
  count(status === 0 ? 1 : 0, status === 0 ? 0 : 1)
}

function suite(name, options, env = {}) {
  heading(name)
  const report = join('.cache', 'test-report.json')
  rmSync(report, { force: true })
  const command = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  const { status } = spawnSync(process.execPath, [...command, ...options], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {}
  const wrong = result.numFailedTests ?? 0
  // A suite that breaks outside of a test must not pass for want of a failed one.
  count(result.numPassedTests ?? 0, status === 0 ? wrong : Math.max(1, wrong))
}

async function step(name, work) {
  heading(name)
  try {
    await work()
  } catch (error) {
    console.error(error)
    count(0, 1)
  }
}

async function withPostgres(work) {
  await step('PostgreSQL', async () => {
    const { startPostgres } = await import('./postgres.mjs')
    const server = await startPostgres()
    try {
      work(server.url)
    } finally {
      await server.stop()
    }
  })
}

async function withBrowser(work) {
  await step('Chromium', async () => {
    const { findBrowser } = await import('./browser.mjs')
    work(await findBrowser())
  })
}

function heading(name) {
  console.log(`\n── ${name}`)
}

function count(right, wrong) {
  passed += right
  failed += wrong
}
