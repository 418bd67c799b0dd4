// `npm run dev`: the program from its source, started again whenever a file changes; styles and islands are built again.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { checkNode, install, root } from './install.mjs'

checkNode()
process.chdir(root)
install('all')
const { buildAll } = await import('./build.mjs')
await buildAll()
const child = spawn(process.execPath, ['--import', 'tsx', '--watch', '--watch-path=src', 'src/main.ts'], {
  stdio: 'inherit',
})
watch('src', { recursive: true }, (_event, file) => {
  if (/\.(tsx|css)$/.test(file ?? '') || file?.includes('islands'))
    buildAll({ only: 'assets' }).catch(console.error)
})
child.on('exit', (code) => process.exit(code ?? 0))
