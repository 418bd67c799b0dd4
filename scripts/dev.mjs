// `npm run dev`: the program from its source, started again whenever a file changes.
import { spawn } from 'node:child_process'
import { checkNode, install, root } from './install.mjs'

checkNode()
process.chdir(root)
install('all')
const { buildAll } = await import('./build.mjs')
await buildAll()
const child = spawn(process.execPath, ['--import', 'tsx', '--watch', '--watch-path=src', 'src/main.ts'], {
  stdio: 'inherit',
})
child.on('exit', (code) => process.exit(code ?? 0))
