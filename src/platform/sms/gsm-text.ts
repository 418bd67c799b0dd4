/** What one message holds in the seven-bit alphabet; a longer one is sent, and paid, as several. */
export const mostSigns = 160

/** The signs of the seven-bit alphabet (GSM 03.38) that Vietnamese without marks and numbers need. */
const sevenBit = /^[A-Za-z0-9 \n@$_!"#%&'()*+,\-./:;<=>?]$/

/**
 * A text as every phone shows it and one message holds it: Vietnamese without marks, other signs left out, cut at a word
 * with three dots where it is too long.
 */
export function gsmText(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
  const signs = Array.from(bare, (sign) => (sevenBit.test(sign) ? sign : ' ')).join('')
  return shortened(signs.replace(/ +/g, ' ').trim(), mostSigns)
}

/** A text of at most so many signs, cut at a word. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 2)
  const end = cut.lastIndexOf(' ')
  return `${text.slice(0, end > most / 2 ? end : most - 3)}...`
}
