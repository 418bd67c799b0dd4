const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const groups = ['', 'nghìn', 'triệu'] as const

/** A whole number in words, as documents read it out: 2000005 → `hai triệu không trăm linh năm`. */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number that can be read out: ${value}`)
  if (value < 0) return `âm ${numberInWords(-value)}`
  if (value === 0) return digits[0]
  const billions = Math.floor(value / 1e9)
  const rest = value % 1e9
  const head = billions > 0 ? `${numberInWords(billions)} tỷ` : ''
  return join(head, underBillion(rest, billions > 0))
}

/** A number written with a decimal comma, read as it is written: `75,16` → `bảy mươi lăm phẩy mười sáu`. */
export function decimalInWords(written: string): string {
  const parts = /^(-?\d+)(?:,(\d+))?$/.exec(written)
  if (!parts) throw new RangeError(`Not a decimal number: ${written}`)
  const whole = numberInWords(Number(parts[1]))
  const fraction = parts[2]
  return fraction === undefined ? whole : `${whole} phẩy ${fractionInWords(fraction)}`
}

/** Whole đồng in words: 1500000 → `một triệu năm trăm nghìn đồng`. */
export function moneyInWords(dong: number): string {
  return `${numberInWords(dong)} đồng`
}

/** A day (`2026-04-23`) in words: `ngày hai mươi ba tháng tư năm hai nghìn không trăm hai mươi sáu`. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) throw new RangeError(`Not a day: ${day}`)
  const monthWord = month === 4 ? 'tư' : numberInWords(month)
  return `ngày ${numberInWords(date)} tháng ${monthWord} năm ${numberInWords(year)}`
}

function underBillion(value: number, follows: boolean): string {
  const parts = [Math.floor(value / 1e6), Math.floor(value / 1e3) % 1000, value % 1000]
  return parts.reduce((words, part, place) => {
    if (part === 0) return words
    const full = follows || words !== ''
    return join(words, threeDigits(part, full), groups[2 - place] ?? '')
  }, '')
}

/** Inside a longer number an empty hundred is read (`không trăm`), at its head it is not. */
function threeDigits(value: number, inside: boolean): string {
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor(value / 10) % 10
  const units = value % 10
  const head = hundreds > 0 || inside ? `${digits[hundreds]} trăm` : ''
  if (tens === 0) return units === 0 ? head : join(head, head === '' ? '' : 'linh', digits[units] ?? '')
  return join(head, tens === 1 ? 'mười' : `${digits[tens]} mươi`, unitAfterTen(tens, units))
}

function unitAfterTen(tens: number, units: number): string {
  if (units === 0) return ''
  if (units === 5) return 'lăm'
  if (tens > 1 && units === 1) return 'mốt'
  if (tens > 1 && units === 4) return 'tư'
  return digits[units] ?? ''
}

function fractionInWords(fraction: string): string {
  const zeros = /^0*/.exec(fraction)?.[0].length ?? 0
  const rest = fraction.slice(zeros)
  return join(
    ...Array.from({ length: zeros }, () => digits[0]),
    rest === '' ? '' : numberInWords(Number(rest)),
  )
}

function join(...words: string[]): string {
  return words.filter((word) => word !== '').join(' ')
}
