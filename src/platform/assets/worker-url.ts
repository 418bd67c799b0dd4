import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker, type WorkerOptions } from 'node:worker_threads'

const runsFromSource = import.meta.url.endsWith('.ts')

/**
 * Where a worker's entry file is. `name` is its path under `src/platform` without the extension
 * (`db/pglite-worker`); in the bundle every entry file lies beside the server, under its last name.
 */
export function workerUrl(name: string): URL {
  if (runsFromSource) return new URL(`../${name}.ts`, import.meta.url)
  return new URL(`./${name.split('/').at(-1)}.js`, import.meta.url)
}

/** Starts a worker thread from its name, from the TypeScript source or from the bundle, whichever this program runs. */
export function startWorker(name: string, options: WorkerOptions = {}): Worker {
  const url = workerUrl(name)
  return runsFromSource
    ? new Worker(typeScriptEntry(url), { ...options, eval: true })
    : new Worker(url, options)
}

/** A worker does not take part in its parent's TypeScript loader, nor heed `--import tsx`: it registers its own. */
function typeScriptEntry(url: URL): string {
  // `require` would find the CommonJS half of the loader, which cannot register itself in a worker.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx'))
  const loader = JSON.stringify(new URL('./esm/api/index.mjs', tsx).href)
  return `import(${loader}).then((tsx) => { tsx.register(); return import(${JSON.stringify(url.href)}) })`
}
