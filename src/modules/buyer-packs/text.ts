import { registerText } from '#platform/text/translator.ts'
import en from './text/en.json' with { type: 'json' }
import vi from './text/vi.json' with { type: 'json' }

/** The words of this module, known to every page as soon as it is loaded. */
export const text = { vi, en }

registerText('buyer-packs', text)
