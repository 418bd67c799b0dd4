import type { Locale } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { BandStart, PublishedGroup } from './published-bands.ts'

/** `50–59`, `90–100`, `0–29`. */
export function bandWords(from: BandStart): string {
  if (from === 20) return '0–29'
  return from === 90 ? '90–100' : `${from}–${from + 9}`
}

export function groupWords({ set }: PublishedGroup, { t, locale }: { t: Translate; locale: Locale }): string {
  if (!set) return t('statistics:bands.others')
  return locale === 'vi' ? set.nameVi : set.nameEn
}
