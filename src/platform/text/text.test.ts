import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Sentences } from './translator.ts'

const src = fileURLToPath(new URL('../../', import.meta.url))
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
const namespaces = files.filter((file) => file.endsWith('text/vi.json')).map((file) => dirname(dirname(file)))
const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))

describe.each(namespaces)('the text of %s', (folder) => {
  test('says the same things in Vietnamese and in English', () => {
    expect(keysOf(folder, 'en')).toEqual(keysOf(folder, 'vi'))
  })

  test('fills in the same facts in both languages', () => {
    expect(factsOf(folder, 'en')).toEqual(factsOf(folder, 'vi'))
  })
})

test('every sentence that the code asks for is written', () => {
  const asked = sources.flatMap((file) =>
    askedBy(readFileSync(join(src, file), 'utf8')).map((key) => ({ file, key })),
  )
  const written = new Map(namespaces.map((folder) => [nameOf(folder), new Set(keysOf(folder, 'vi'))]))
  const missing = asked.filter(({ key }) => {
    const [namespace = '', name = ''] = key.split(':')
    return !written.get(namespace)?.has(name)
  })
  expect(missing).toEqual([])
})

/** Keys written out in `t('…')`, and the sentences that refusals name by their code. */
function askedBy(source: string): string[] {
  const spoken = [...source.matchAll(/\bt\(\s*'([a-z-]+:[\w.]+)'/g)].map((found) => found[1] ?? '')
  const refused = [...source.matchAll(/new Refusal\(\s*'\w+',\s*'([a-z-]+)\.(\w+)'/g)]
  return [...spoken, ...refused.map((found) => `${found[1]}:refusal.${found[2]}`)]
}

function keysOf(folder: string, locale: string): string[] {
  return [...new Set(sentencesOf(folder, locale).map(([key]) => key))].sort()
}

function factsOf(folder: string, locale: string): Record<string, string[]> {
  const facts: Record<string, string[]> = {}
  for (const [key, sentence] of sentencesOf(folder, locale)) {
    const names = [...sentence.matchAll(/\{\{\s*(\w+)/g)].map((found) => found[1] ?? '')
    facts[key] = [...new Set([...(facts[key] ?? []), ...names])].sort()
  }
  return facts
}

/** Every sentence with its key; the forms for one and many count as one key, for Vietnamese has only one form. */
function sentencesOf(folder: string, locale: string): [key: string, sentence: string][] {
  const file = join(src, folder, 'text', `${locale}.json`)
  return existsSync(file) ? flatten(JSON.parse(readFileSync(file, 'utf8')), '') : []
}

function flatten(sentences: Sentences, prefix: string): [string, string][] {
  return Object.entries(sentences).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string'
      ? [[`${prefix}${name}`.replace(/_(one|other)$/, ''), value]]
      : flatten(value, `${prefix}${name}.`),
  )
}

function nameOf(folder: string): string {
  return folder.split('/').at(-1) ?? folder
}
