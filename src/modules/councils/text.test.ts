import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { text } from './text.ts'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))

test('every refusal has its sentence, and every sentence its refusal', () => {
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/'councils\.([a-z_]+)'/g)].map(([, code]) => code),
  )
  expect(Object.keys(text.vi.refusal).sort()).toEqual([...new Set(codes)].sort())
})

test('Vietnamese and English have the same keys and name the same facts', () => {
  expect(facts(text.en)).toEqual(facts(text.vi))
})

function facts(value: unknown, path = ''): string[] {
  if (typeof value === 'string') {
    const named = [...value.matchAll(/\{\{(\w+)/g)].map(([, name]) => name)
    return [`${path} ${named.sort().join(' ')}`]
  }
  return Object.entries(value as object)
    .flatMap(([key, inner]) => facts(inner, `${path}.${key}`))
    .sort()
}
