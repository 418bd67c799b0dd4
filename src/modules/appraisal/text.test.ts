import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { text } from './text.ts'

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))

test('every refusal has its sentence, and every sentence its refusal', () => {
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/'appraisal\.([a-z_]+)'/g)].map(([, code]) => code),
  )
  expect(Object.keys(text.vi.refusal).sort()).toEqual([...new Set(codes)].sort())
})

test('every fault that a form can have is told', () => {
  const told = Object.keys(text.vi.fault)
  const unused = told.filter((fault) => !sources.some((source) => source.includes(`'${fault}'`)))
  expect(unused).toEqual([])
})
