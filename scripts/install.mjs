// Installs the dependencies that are missing or stale, and says so. A stamp beside them remembers which lock file
// they came from, so that the second start spends no time on it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = new URL('..', import.meta.url).pathname
const stampFile = join(root, 'node_modules', '.installed')

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Sao Làng needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/** @param {'run' | 'all'} what all: also what tests need */
export function install(what) {
  const digest = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
  if (stamp === `all ${digest}` || stamp === `${what} ${digest}`) return
  console.log('Installing dependencies …')
  const flags = [
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(what === 'run' ? ['--omit=dev'] : ['--include=dev']),
  ]
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, flags, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error('The dependencies could not be installed; npm says why above.')
    process.exit(status ?? 1)
  }
  writeFileSync(stampFile, `${what} ${digest}`)
}
