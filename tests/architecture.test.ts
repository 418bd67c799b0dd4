import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** The modules in the order in which they may use each other: each only those before it. */
const order = [
  'territory',
  'people',
  'regulation',
  'guidance',
  'producers',
  'products',
  'consultants',
  'dossiers',
  'appraisal',
  'councils',
  'recognition',
  'buyer-packs',
  'plans',
  'imports',
  'catalogue',
  'statistics',
  'notices',
]

interface Source {
  file: string
  module: string | null
  kind: Kind
  imports: string[]
  text: string
}

type Kind = 'view' | 'web' | 'store' | 'migration' | 'test' | 'testing' | 'code'

const src = join(import.meta.dirname, '../src')
const sources = filesIn(src).map(readSource)
const program = sources.filter(({ kind }) => kind !== 'test')

test('every module stands in the written order', () => {
  const modules = new Set(sources.flatMap(({ module }) => module ?? []))
  expect([...modules].filter((module) => !order.includes(module))).toEqual([])
})

test('the platform imports no module', () => {
  expect(
    broken(
      ({ file }) => file.startsWith('platform/'),
      (target) => target.startsWith('modules/'),
    ),
  ).toEqual([])
})

test('a module is seen only through its index, and only by modules after it', () => {
  const faults = program.flatMap(({ file, module, kind, imports }) =>
    imports
      .filter((target) => target.startsWith('modules/') && moduleOf(target) !== module)
      .filter((target) => !mayImport(module, kind, target))
      .map((target) => `${file} → ${target}`),
  )
  expect(faults).toEqual([])
})

test('only stores and migrations contain SQL', () => {
  const writers = program.filter(
    ({ module, kind, text }) =>
      module &&
      !['store', 'migration', 'testing'].includes(kind) &&
      /\bsql`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(text),
  )
  expect(writers.map(({ file }) => file)).toEqual([])
})

test('views import no operation, store or route', () => {
  const faults = program
    .filter(({ kind }) => kind === 'view')
    .flatMap(({ file, text }) =>
      [...text.matchAll(/^import (?!type )([^'"]*?)from '([^']+)'/gms)]
        .map(([, , target = '']) => target)
        .filter((target) => /-store\.ts$|routes\.tsx$/.test(target))
        .map((target) => `${file} → ${target}`),
    )
  expect(faults).toEqual([])
})

test('operations and rules know no HTTP', () => {
  const faults = broken(
    ({ module, kind }) => module !== null && kind === 'code',
    (target) =>
      target === 'hono' ||
      target.startsWith('hono/') ||
      target.startsWith('platform/http/') ||
      target.startsWith('platform/ui/'),
  )
  expect(
    faults.filter((fault) => !/\/(index|api|.*-api|page-cache)\.ts/.test(fault.split(' ')[0] ?? '')),
  ).toEqual([])
})

test('no file imports itself by way of others inside a module', () => {
  const graph = new Map(program.map(({ file, imports }) => [file, imports]))
  expect(program.flatMap(({ file }) => cycleFrom(file, graph)).slice(0, 3)).toEqual([])
})

function mayImport(module: string | null, kind: Kind, target: string): boolean {
  if (kind === 'testing') return /\/(index|testing)\.tsx?$/.test(target)
  if (!target.endsWith('/index.ts')) return module === null && /\/(testing|demo)\.ts$/.test(target)
  return module === null || order.indexOf(moduleOf(target) ?? '') < order.indexOf(module)
}

function broken(from: (source: Source) => boolean, to: (target: string) => boolean): string[] {
  return program
    .filter(from)
    .flatMap(({ file, imports }) => imports.filter(to).map((target) => `${file} → ${target}`))
}

function cycleFrom(start: string, graph: Map<string, string[]>): string[] {
  const seen = new Set<string>()
  const stack = [...(graph.get(start) ?? [])]
  for (let file = stack.pop(); file; file = stack.pop()) {
    if (file === start) return [`${start} imports itself by way of others`]
    if (seen.has(file)) continue
    seen.add(file)
    stack.push(...(graph.get(file) ?? []))
  }
  return []
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
}

function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8')
  const file = relative(src, path).replaceAll('\\', '/')
  const imports = [...text.matchAll(/^(?:import|export)\s(?!type\b)[^'"`;]*?from '([^']+)'/gms)].map(
    ([, target = '']) => resolveImport(file, target),
  )
  return { file, module: moduleOf(file), kind: kindOf(file), imports, text }
}

function resolveImport(file: string, target: string): string {
  if (target.startsWith('#')) return target.slice(1)
  if (!target.startsWith('.')) return target
  return join(file, '..', target).replaceAll('\\', '/')
}

function moduleOf(file: string): string | null {
  return /^modules\/([^/]+)\//.exec(file)?.[1] ?? null
}

function kindOf(file: string): Kind {
  if (/\.test\.tsx?$/.test(file)) return 'test'
  if (/(^|\/)(testing|demo)(\/|\.tsx?$)/.test(file)) return 'testing'
  if (/-store\.ts$/.test(file)) return 'store'
  if (/(^|\/)migrations(\/|\.ts$)/.test(file)) return 'migration'
  if (/\/(views|islands)\//.test(file)) return 'view'
  if (/routes\.tsx?$|\/routes\/|api\.ts$|\.tsx$/.test(file)) return 'web'
  return 'code'
}
