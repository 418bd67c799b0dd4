/**
 * The text as a search compares it: no marks, `đ` as `d`, lower case, single spaces. "Hòa" and "Hoà", typed with the
 * tone on either letter, fold to the same.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const TONES = '\u0300\u0309\u0303\u0301\u0323' // huyền, hỏi, ngã, sắc, nặng

/**
 * A key whose byte order is Vietnamese order: the letters of the whole text first (a ă â b c d đ …), the tones after
 * (none, huyền, hỏi, ngã, sắc, nặng). The embedded database has no Vietnamese collation, so lists sort by this.
 */
export function sortKey(text: string): string {
  const letters: string[] = []
  const tones: string[] = []
  for (const letter of text.normalize('NFC').toLowerCase()) {
    const marks = [...letter.normalize('NFD')]
    const tone = marks.find((mark) => TONES.includes(mark))
    const bare = marks
      .filter((mark) => mark !== tone)
      .join('')
      .normalize('NFC')
    letters.push(orderOf(bare))
    tones.push(String(tone ? TONES.indexOf(tone) + 1 : 0))
  }
  return `${letters.join('')} ${tones.join('')}`
}

function orderOf(letter: string): string {
  const place = LETTERS.indexOf(letter)
  if (place >= 0) return String.fromCharCode(0x41 + place)
  return letter === ' ' ? ' ' : /[0-9]/.test(letter) ? letter : '!'
}
