/** The languages of the site; Vietnamese is the one that counts. */
export type Locale = 'vi' | 'en'

const intlLocale = { vi: 'vi-VN', en: 'en-GB' } as const
const formats = new Map<string, Intl.NumberFormat>()

/** A number as people write it: `1.234.567,89` in Vietnamese, `1,234,567.89` in English. `decimals` are always shown. */
export function showNumber(value: number, locale: Locale, decimals?: number): string {
  const key = `${locale} ${decimals}`
  const digits =
    decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const format = formats.get(key) ?? new Intl.NumberFormat(intlLocale[locale], digits)
  formats.set(key, format)
  return format.format(value)
}

/** A score kept in hundredths: 7516 → `75,16`. */
export function showScore(hundredths: number, locale: Locale): string {
  return showNumber(hundredths / 100, locale, 2)
}

/** Whole đồng: `1.500.000 ₫`, on one line. */
export function showMoney(dong: number, locale: Locale): string {
  return `${showNumber(dong, locale)}\u00a0₫`
}

/** A share of 1: 0.765 → `76,5%`, at most one decimal. */
export function showPercent(share: number, locale: Locale): string {
  return `${showNumber(Math.round(share * 1000) / 10, locale)}%`
}

/** A file's size in words: `1,2 MB`. */
export function showSize(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${bytes}\u00a0B`
  if (bytes < 1_000_000) return `${showNumber(Math.round(bytes / 1000), locale)}\u00a0KB`
  return `${showNumber(Math.round(bytes / 100_000) / 10, locale)}\u00a0MB`
}
