import type { Locale } from '#platform/text/format.ts'

/** The name of a thing in the language of the page. */
export function nameIn(locale: Locale, { nameVi, nameEn }: { nameVi: string; nameEn: string }): string {
  return locale === 'en' ? nameEn : nameVi
}

/** The law's words in the language of the page. */
export function textIn(locale: Locale, { textVi, textEn }: { textVi: string; textEn: string }): string {
  return locale === 'en' ? textEn : textVi
}
