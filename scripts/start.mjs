// `npm start`: whatever is missing or stale is installed and built, then the program runs in this process.
import { checkNode, install, root } from './install.mjs'

checkNode()
process.chdir(root)
install('run')
const { buildAll } = await import('./build.mjs')
await buildAll()
await import('../dist/server/main.js')
