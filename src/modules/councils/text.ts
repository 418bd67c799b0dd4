import { registerText } from '#platform/text/translator.ts'
import en from './text/en.json' with { type: 'json' }
import vi from './text/vi.json' with { type: 'json' }
import './attendance/text.ts'
import './discussion/text.ts'
import './screen/text.ts'
import './votes/text.ts'

registerText('councils', { vi, en })

export const text = { vi, en }
