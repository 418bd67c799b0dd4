import filesEn from '#platform/files/text/en.json' with { type: 'json' }
import filesVi from '#platform/files/text/vi.json' with { type: 'json' }
import mailEn from '#platform/mail/text/en.json' with { type: 'json' }
import mailVi from '#platform/mail/text/vi.json' with { type: 'json' }
import numbersEn from '#platform/numbers/text/en.json' with { type: 'json' }
import numbersVi from '#platform/numbers/text/vi.json' with { type: 'json' }
import sheetEn from '#platform/sheet/text/en.json' with { type: 'json' }
import sheetVi from '#platform/sheet/text/vi.json' with { type: 'json' }
import { registerText } from '#platform/text/translator.ts'

// The platform's own refusals may end any request, so their sentences are there wherever one is answered.
registerText('files', { vi: filesVi, en: filesEn })
registerText('mail', { vi: mailVi, en: mailEn })
registerText('numbers', { vi: numbersVi, en: numbersEn })
registerText('sheet', { vi: sheetVi, en: sheetEn })
