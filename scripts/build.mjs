// Builds what a browser and a server need into dist/: CSS, islands, public files, the bundled server and its workers.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const run = promisify(execFile)
const parts = { assets: buildAssets, server: buildServer }

/**
 * Builds the parts that changed since the last time. `only`: 'assets' (what browsers get) or 'server'.
 * Answers the names of the parts that were built.
 */
export async function buildAll({ only, force = false } = {}) {
  const wanted = only ? [only].flat() : Object.keys(parts)
  const stamp = await stampOf(['src', 'public', 'scripts/build.mjs', 'package-lock.json'])
  const done = await readJson(join(dist, '.build-hash'))
  const stale = wanted.filter((part) => force || done[part] !== stamp)
  await Promise.all(stale.map((part) => parts[part]()))
  if (stale.length > 0) {
    const built = Object.fromEntries(stale.map((part) => [part, stamp]))
    await writeFile(join(dist, '.build-hash'), JSON.stringify({ ...done, ...built }))
  }
  return stale
}

async function buildAssets() {
  const out = join(dist, 'public')
  const files = await listFiles(join(root, 'public'))
  const [css, islands] = await Promise.all([buildCss(), bundleIslands()])
  await rm(out, { recursive: true, force: true })
  await mkdir(join(out, 'assets'), { recursive: true })

  const manifest = {}
  const keep = async (name, bytes) => {
    manifest[name] = `${basename(name, extname(name))}-${shortHash(bytes)}${extname(name)}`
    await writeFile(join(out, 'assets', manifest[name]), bytes)
  }
  for (const file of files) {
    const name = relative(join(root, 'public'), file)
    if (extname(name) === '.woff2') await keep(basename(name), await readFile(file))
    await mkdir(dirname(join(out, name)), { recursive: true })
    await copyFile(file, join(out, name))
  }
  await keep('app.css', withHashedFonts(css, manifest))
  for (const { path, contents } of islands.outputFiles) {
    await writeFile(join(out, 'assets', basename(path)), contents)
  }
  for (const [file, { entryPoint }] of Object.entries(islands.metafile.outputs)) {
    if (entryPoint) addIsland(manifest, entryPoint, file)
  }
  await writeFile(join(dist, 'assets.json'), JSON.stringify(manifest, null, 2))
}

function addIsland(manifest, entryPoint, file) {
  const name = basename(entryPoint).replace(/\.tsx?$/, '.js')
  if (manifest[name]) throw new Error(`Two islands are called ${name}: ${entryPoint} and another`)
  manifest[name] = basename(file)
}

async function buildCss() {
  const cli = join(root, 'node_modules/@tailwindcss/cli/dist/index.mjs')
  const args = [cli, '--input', 'src/platform/ui/theme.css', '--output', 'dist/app.css', '--minify']
  await mkdir(dist, { recursive: true })
  await run(process.execPath, args, { cwd: root })
  const css = await readFile(join(dist, 'app.css'), 'utf8')
  await rm(join(dist, 'app.css'))
  return css
}

function withHashedFonts(css, manifest) {
  return css.replace(/\/assets\/([\w-]+\.woff2)/g, (_, name) => `/assets/${manifest[name] ?? name}`)
}

async function bundleIslands() {
  const sources = await listFiles(join(root, 'src'))
  const entryPoints = sources.filter((file) => /\/islands\/[\w-]+\.tsx?$/.test(file))
  if (entryPoints.length === 0) return { outputFiles: [], metafile: { outputs: {} } }
  return build({
    ...shared,
    entryPoints,
    write: false,
    metafile: true,
    minify: true,
    splitting: true,
    target: 'es2022',
    platform: 'browser',
    outdir: join(dist, 'public/assets'),
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
  })
}

async function buildServer() {
  const sources = await listFiles(join(root, 'src'))
  const workers = sources.filter((file) => file.endsWith('-worker.ts'))
  const entryPoints = [...sources.filter((file) => file === join(root, 'src/main.ts')), ...workers]
  const names = entryPoints.map((file) => basename(file))
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice)
    throw new Error(`Two workers are called ${twice}: they would overwrite each other in dist/server`)
  await rm(join(dist, 'server'), { recursive: true, force: true })
  await mkdir(join(dist, 'server'), { recursive: true })
  if (entryPoints.length === 0) return
  await build({
    ...shared,
    entryPoints,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    sourcesContent: false,
    outdir: join(dist, 'server'),
    entryNames: '[name]',
    plugins: [keepSourcePlaces],
  })
}

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
}

/**
 * A bundled file still finds the data files that lie beside its source: `import.meta.url` and its kin go on meaning
 * the source file. Only `worker-url.ts` must know that it runs from the bundle.
 */
const keepSourcePlaces = {
  name: 'keep-source-places',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const loader = path.endsWith('x') ? 'tsx' : 'ts'
      if (path.endsWith('/worker-url.ts') || !source.includes('import.meta.'))
        return { contents: source, loader }
      const place = JSON.stringify(relative(join(dist, 'server'), path))
      const contents = source
        .replace(/import\.meta\.url\b/g, `new URL(${place}, import.meta.url).href`)
        .replace(
          /import\.meta\.filename\b/g,
          `decodeURIComponent(new URL(${place}, import.meta.url).pathname)`,
        )
        .replace(
          /import\.meta\.dirname\b/g,
          `decodeURIComponent(new URL('.', new URL(${place}, import.meta.url)).pathname).slice(0, -1)`,
        )
      return { contents, loader }
    })
  },
}

/** A digest of the names, sizes and times of every input: a build whose inputs did not change is skipped. */
async function stampOf(places) {
  const files = (await Promise.all(places.map((place) => listFiles(join(root, place))))).flat()
  const lines = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file)
      return `${relative(root, file)} ${size} ${mtimeMs}`
    }),
  )
  return shortHash(lines.sort().join('\n'))
}

async function listFiles(place) {
  const found = await stat(place).catch(() => null)
  if (!found) return []
  if (found.isFile()) return [place]
  const entries = await readdir(place, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

function shortHash(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 10)
}

async function readJson(file) {
  return readFile(file, 'utf8').then(JSON.parse, () => ({}))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const started = performance.now()
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
  const built = await buildAll({ only, force: process.argv.includes('--force') })
  const took = Math.round(performance.now() - started)
  console.log(
    built.length > 0 ? `Built ${built.join(' and ')} in ${took} ms` : `Nothing changed (${took} ms)`,
  )
}
