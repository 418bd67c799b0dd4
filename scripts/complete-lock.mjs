// Adds to package-lock.json the builds for other systems that npm left out because the registry it asked does not
// carry them, so that `npm ci` accepts the file on every system. Run it after a dependency was changed.
import { readFileSync, writeFileSync } from 'node:fs'

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const oses = [
  'darwin',
  'win32',
  'linux',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
]
const cpus = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

let added = 0
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (place === '' || isLocked(place, name) || !/^\d/.test(version)) continue
    const words = name.split(/[^a-z0-9]+/)
    const os = oses.filter((one) => words.includes(one) || name.includes(one))
    const cpu = cpus.filter((one) => words.includes(one) || (one === 'arm' && words.includes('gnueabihf')))
    const system = os.length > 0 ? { os: os.slice(0, 1) } : {}
    const libc = name.includes('musl') ? { libc: ['musl'] } : {}
    const dev = entry.dev ? { dev: true } : {}
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: cpu.slice(0, 1),
      ...dev,
      ...libc,
      optional: true,
      ...system,
    }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} builds for other systems added`)

function isLocked(place, name) {
  for (let at = place; ; at = at.slice(0, at.lastIndexOf('/node_modules/'))) {
    if (lock.packages[`${at}${at ? '/' : ''}node_modules/${name}`]) return true
    if (!at.includes('/node_modules/')) return Boolean(lock.packages[`node_modules/${name}`])
  }
}
