import { inflateSync } from 'node:zlib'

type Objects = Map<string, { dictionary: string; stream: Buffer | null }>
type Letters = Map<number, string>

/** The text that a reader would copy out of a PDF of ours, page after page, a line break between lines of print. */
export function readPdfText(pdf: Uint8Array): string {
  const objects = readObjects(Buffer.from(pdf))
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type\s*\/Page\b(?!s)/.test(dictionary))
  return pages.map((page) => pageText(page.dictionary, objects)).join('\n\f\n')
}

function readObjects(pdf: Buffer): Objects {
  const text = pdf.toString('latin1')
  const objects: Objects = new Map()
  for (const found of text.matchAll(/(\d+) 0 obj\b([\s\S]*?)(?:endobj|stream\r?\n)/g)) {
    const [whole, id = '', dictionary = ''] = found
    const stream = whole.endsWith('endobj') ? null : streamAt(pdf, found.index + whole.length, dictionary)
    objects.set(id, { dictionary, stream })
  }
  return objects
}

function streamAt(pdf: Buffer, start: number, dictionary: string): Buffer | null {
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
  const bytes = pdf.subarray(start, start + length)
  return dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes
}

function pageText(page: string, objects: Objects): string {
  const fonts = fontsOf(page, objects)
  const content = objects.get(referenced(page, 'Contents'))?.stream?.toString('latin1') ?? ''
  const lines: string[] = []
  let letters: Letters = new Map()
  let given: (string | Buffer)[] = []
  for (const token of tokens(content)) {
    if (token === 'Tf') letters = fonts.get(String(given.at(-2)).slice(1)) ?? new Map()
    if (token === 'BT') lines.push('\n')
    if (token === 'TJ' || token === 'Tj') lines.push(...given.map((part) => glyphs(part, letters)))
    given = isOperator(token) ? [] : [...given, token]
  }
  return lines.join('').replaceAll('\u200b', '')
}

function isOperator(token: string | Buffer): boolean {
  return typeof token === 'string' && /^[A-Za-z*']+$/.test(token)
}

/** The words of a content stream; what stands in (…) or <…> comes as bytes, brackets are left out. */
function* tokens(content: string): Generator<string | Buffer> {
  let at = 0
  while (at < content.length) {
    const [space = ''] = /^[\s[\]]+/.exec(content.slice(at, at + 200)) ?? []
    at += space.length
    if (content[at] === '(') {
      const end = endOfString(content, at)
      yield unescaped(content.slice(at + 1, end - 1))
      at = end
    } else if (content[at] === '<' && content[at + 1] !== '<') {
      const end = content.indexOf('>', at) + 1
      yield Buffer.from(content.slice(at + 1, end - 1), 'hex')
      at = end
    } else {
      const [word = ''] = /^.[^\s[\](<]*/s.exec(content.slice(at, at + 200)) ?? []
      if (word) yield word
      at += Math.max(word.length, 1)
    }
  }
}

/** Where a string ends: brackets inside may stand open and closed in pairs, or after a backslash. */
function endOfString(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === '\\') at += 1
    else if (content[at] === '(') depth += 1
    else if (content[at] === ')') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return content.length
}

function fontsOf(page: string, objects: Objects): Map<string, Letters> {
  const resources = page.includes('/Resources <<')
    ? page
    : (objects.get(referenced(page, 'Resources'))?.dictionary ?? '')
  const fonts = new Map<string, Letters>()
  const list =
    /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ??
    objects.get(referenced(resources, 'Font'))?.dictionary ??
    ''
  for (const [, name = '', id = ''] of list.matchAll(/\/(\S+) (\d+) 0 R/g)) {
    const map = objects.get(referenced(objects.get(id)?.dictionary ?? '', 'ToUnicode'))
    fonts.set(name, readLetters(map?.stream?.toString('latin1') ?? ''))
  }
  return fonts
}

function referenced(dictionary: string, name: string): string {
  return new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? ''
}

function readLetters(map: string): Letters {
  const letters: Letters = new Map()
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      letters.set(Number.parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'))
    }
  }
  return letters
}

function unescaped(plain: string): Buffer {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const text = plain.replaceAll(/\\([0-7]{1,3}|.)/gs, (_, sign: string) =>
    /[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8)) : (escapes[sign] ?? sign),
  )
  return Buffer.from(text, 'latin1')
}

function glyphs(bytes: Buffer | string, letters: Letters): string {
  if (typeof bytes === 'string') return ''
  let text = ''
  for (let at = 0; at + 1 < bytes.length; at += 2) text += letters.get(bytes.readUInt16BE(at)) ?? ''
  return text
}
