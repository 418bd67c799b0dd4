import { registerText } from '#platform/text/translator.ts'
import en from './text/en.json' with { type: 'json' }
import vi from './text/vi.json' with { type: 'json' }

registerText('votes', { vi, en })
