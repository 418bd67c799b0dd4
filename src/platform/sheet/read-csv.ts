import { Readable } from 'node:stream'
import { longestCell, refuseSheet, type SheetLimits } from './sheet-limits.ts'
import type { SheetRow } from './sheet-row.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258'

/**
 * The text of a CSV file and how it was written: UTF-8, UTF-16 with its mark, or the old Vietnamese Windows page,
 * which Excel still writes. Null when it is no text.
 */
export function decodeText(bytes: Buffer): { text: string; encoding: Encoding } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be')
  if (bytes.includes(0)) return null
  return decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'windows-1258')
}

function decodeAs(bytes: Buffer, encoding: Encoding): { text: string; encoding: Encoding } | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return /(?!\s)\p{Cc}/u.test(text) ? null : { text, encoding }
  } catch {
    return null
  }
}

/** @throws Refusal `sheet.…` while reading */
export async function* readCsv(given: string, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const { parse } = await import('csv-parse')
  const text = given.replaceAll(/\r\n?/g, '\n') // The parser counts CRLF inside quotes as two lines.
  const named = /^sep=(.)\n/i.exec(text)
  const parser = Readable.from(pieces(text.slice(named?.[0].length ?? 0))).pipe(
    parse({
      delimiter: named?.[1] ?? separatorOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_records_with_empty_values: true,
      max_record_size: longestCell * limits.maxColumns,
    }),
  )
  const before = named ? 1 : 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      yield { line: lineOf(record, info.lines) + before, cells: filled(record, limits) }
    }
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'Refusal') throw thrown
    throw refuseSheet('unreadable')
  }
}

/** The line on which a record begins: it may hold line breaks of its own. */
function lineOf(record: string[], last: number): number {
  return last - record.join('').split('\n').length + 1
}

function* pieces(text: string): Generator<string> {
  const size = 64 * 1024
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

/** The sign that the first line has most of, outside quotes. Vietnamese Excel writes semicolons, English commas. */
function separatorOf(text: string): string {
  const line = /^[\s]*([^\r\n]*)/.exec(text.slice(0, 20_000))?.[1]?.replaceAll(/"[^"]*"/g, '') ?? ''
  const count = (sign: string) => line.split(sign).length
  return [',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ';')
}

function filled(record: string[], { maxColumns }: SheetLimits): string[] {
  const last = record.findLastIndex((cell) => cell.trim() !== '')
  if (last >= maxColumns) throw refuseSheet('too_many_columns', { limit: maxColumns })
  return record.slice(0, last + 1)
}
