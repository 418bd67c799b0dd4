import { cpus, totalmem } from 'node:os'
import { catalogueFigures } from './catalogue.ts'
import { certificateFigures } from './certificate.ts'
import { councilFigures } from './council.ts'
import { healthFigures } from './health.ts'
import { importFigures } from './imports.ts'
import type { Figure } from './measure.ts'
import { sessionFigures } from './session.ts'

const parts: Record<string, () => Promise<Figure[]>> = {
  health: healthFigures,
  council: councilFigures,
  certificate: certificateFigures,
  catalogue: catalogueFigures,
  imports: importFigures,
  session: sessionFigures,
}

// `npm run bench`, or `npm run bench -- health council` for some of it: every figure beside its aim.
const wanted = process.argv.slice(2)
const chosen = Object.entries(parts).filter(([name]) => wanted.length === 0 || wanted.includes(name))
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`
console.log(`${new Date().toISOString().slice(0, 10)} · ${machine}\n`)
console.log('| figure | measured | aim | |\n|---|---|---|---|')
let missed = 0
for (const [, part] of chosen) {
  for (const { what, value, aim, met } of await part()) {
    console.log(`| ${what} | ${value} | ${aim} | ${met ? 'met' : '**missed**'} |`)
    if (!met) missed += 1
  }
}
console.log(`\n${missed === 0 ? 'All aims met.' : `${missed} aims missed.`}`)
process.exit(0)
