import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { communeContents } from '../commune-contents.ts'
import { fixReasons } from '../fix-target.ts'
import { paperKinds } from '../paper-kinds.ts'
import { dossierStates, eventOf, type Step, stepEvents, stepFrom } from '../workflow.ts'
import en from './en.json' with { type: 'json' }
import vi from './vi.json' with { type: 'json' }

const keysOf = (text: object, path = ''): string[] =>
  Object.entries(text).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  )

const folder = join(import.meta.dirname, '..')
const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

test('both languages have the same sentences', () => {
  expect(keysOf(en)).toEqual(keysOf(vi))
})

test('every refusal has its sentence, and no sentence is left over', () => {
  const codes = new Set([...source.matchAll(/'dossiers\.([a-z_]+)'/g)].map(([, code]) => code))
  expect(Object.keys(vi.refusal).sort()).toEqual([...codes].sort())
})

test('everything that happens has its words', () => {
  const recorded = [...source.matchAll(/record\(\s*ctx,\s*'dossier\.([a-z_]+)'/g)].map(([, name]) => name)
  const steps = dossierStates.flatMap((state) =>
    (Object.keys(stepEvents) as Step[]).flatMap((step) => {
      const to = stepFrom(state, step)
      return to ? [eventOf(step, to).replace('dossier.', '')] : []
    }),
  )
  expect(Object.keys(vi.event).sort()).toEqual([...new Set([...recorded, ...steps])].sort())
})

test('states, contents, reasons and papers have their words', () => {
  expect(Object.keys(vi.state)).toEqual([...dossierStates])
  expect(Object.keys(vi.content)).toEqual([...communeContents])
  expect(Object.keys(vi.reason)).toEqual([...fixReasons])
  expect(Object.keys(vi.paper)).toEqual([...paperKinds])
})
