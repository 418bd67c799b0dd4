/** The code points that a TrueType font can draw: its `cmap` table, formats 4 and 12. */
export function readCoverage(font: Buffer): Set<number> {
  const covered = new Set<number>()
  const table = findTable(font, 'cmap')
  const count = font.readUInt16BE(table + 2)
  for (let index = 0; index < count; index += 1) {
    const subtable = table + font.readUInt32BE(table + 4 + index * 8 + 4)
    const format = font.readUInt16BE(subtable)
    if (format === 4) addSegments(font, subtable, covered)
    if (format === 12) addGroups(font, subtable, covered)
  }
  return covered
}

function findTable(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}

function addSegments(font: Buffer, subtable: number, covered: Set<number>): void {
  const width = font.readUInt16BE(subtable + 6)
  const ends = subtable + 14
  const starts = ends + width + 2
  for (let at = 0; at < width; at += 2) {
    const start = font.readUInt16BE(starts + at)
    const end = font.readUInt16BE(ends + at)
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      if (glyphOf(font, starts + width + at, width, code, start) !== 0) covered.add(code)
    }
  }
}

/** Glyph 0 is the box for a missing character: a code point that leads there is not covered. */
function glyphOf(font: Buffer, deltaAt: number, width: number, code: number, start: number): number {
  const delta = font.readUInt16BE(deltaAt)
  const rangeAt = deltaAt + width
  const range = font.readUInt16BE(rangeAt)
  if (range === 0) return (code + delta) & 0xffff
  return font.readUInt16BE(rangeAt + range + (code - start) * 2)
}

function addGroups(font: Buffer, subtable: number, covered: Set<number>): void {
  const count = font.readUInt32BE(subtable + 12)
  for (let index = 0; index < count; index += 1) {
    const group = subtable + 16 + index * 12
    const end = font.readUInt32BE(group + 4)
    for (let code = font.readUInt32BE(group); code <= end; code += 1) covered.add(code)
  }
}
