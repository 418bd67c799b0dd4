// `npm run bench`: the figures of docs/performance.md, measured on this machine.
import { spawnSync } from 'node:child_process'
import { checkNode, install, root } from './install.mjs'

checkNode()
process.chdir(root)
install('all')
const { buildAll } = await import('./build.mjs')
await buildAll()
const command = ['--import', 'tsx', 'tests/bench/run.ts', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' })
process.exit(status ?? 1)
