import i18next from 'i18next'
import { type Locale, showMoney, showNumber, showScore } from './format.ts'

/** The sentences of one namespace, nested as the module's `text/vi.json` is. */
export interface Sentences {
  readonly [key: string]: string | Sentences
}

/**
 * The sentence of a key, `namespace:nested.key`, with its facts filled in. A key nobody has written throws in tests;
 * elsewhere it is reported once and its last words are shown, so that a page is never lost to a missing word.
 */
export type Translate = (key: string, facts?: Readonly<Record<string, unknown>>) => string

const words = i18next.createInstance()
// The resources are at hand, so nothing is awaited: the instance is ready when this returns.
void words.init({
  lng: 'vi',
  fallbackLng: 'vi',
  supportedLngs: ['vi', 'en'],
  resources: {},
  initAsync: false,
  // Preact escapes what it draws; escaping here as well would show `&amp;`.
  interpolation: { escapeValue: false },
  returnEmptyString: false,
})

const formatter = words.services.formatter
formatter?.add('count', (value, language) => showNumber(Number(value), localeOf(language)))
formatter?.add('money', (value, language) => showMoney(Number(value), localeOf(language)))
formatter?.add('score', (value, language) => showScore(Number(value), localeOf(language)))
formatter?.add('day', (value) => String(value).split('-').reverse().join('/'))

/** Makes a module's sentences known. Called once by each module when it is loaded. */
export function registerText(namespace: string, text: { vi: Sentences; en: Sentences }): void {
  words.addResourceBundle('vi', namespace, text.vi, true, true)
  words.addResourceBundle('en', namespace, text.en, true, true)
}

/** Speaks one language. In a sentence `{{day, day}}`, `{{price, money}}`, `{{points, score}}`, `{{n, count}}` are written out. */
export function translator(locale: Locale): Translate {
  const speak = words.getFixedT(locale)
  return (key, facts = {}) => {
    if (words.exists(key, { ...facts, lng: locale })) return speak(key, facts)
    return missing(key)
  }
}

const reported = new Set<string>()

function missing(key: string): string {
  if (process.env.VITEST) throw new Error(`No sentence is written for ${key}`)
  if (!reported.has(key)) process.emitWarning(`No sentence is written for ${key}`, 'MissingText')
  reported.add(key)
  return (key.split(/[.:]/).at(-1) ?? key).replaceAll('_', ' ')
}

function localeOf(language: string | undefined): Locale {
  return language === 'en' ? 'en' : 'vi'
}
