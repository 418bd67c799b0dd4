import { type Context, Hono } from 'hono'
import type { SheetFault } from '#modules/regulation/index.ts'
import { type CheckedFile, checkUpload } from '#platform/files/check-upload.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { Refusal } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { uploadsIn } from '#platform/uploads/uploads-in.ts'
import { typedSheet } from '../typed-sheet.ts'
import { askToBeOpen, enterPaperSheet } from './enter-paper-sheet.ts'
import { excelAnswer, excelIn, vietnameseForm } from './excel-answer.ts'
import { showPaperCode } from './paper-code.ts'
import { readExcelFile } from './read-excel-file.ts'
import { readPaper } from './read-paper.ts'
import { showPaper } from './show-paper.tsx'
import { typePaperSheet } from './type-paper-sheet.ts'
import './text.ts'

/** Typing paper sheets in, by form or by the Excel file of the same code. */
export const typingRoutes = new Hono<Env>()

typingRoutes.post('/paper-sheets/:code', async (c) => {
  const code = c.req.param('code')
  const ctx = c.get('ctx')
  // Whoever has no business here is told so before any file is looked into.
  const entered = await enterPaperSheet(ctx, code)
  if (!entered.types) throw new Refusal('forbidden', 'paper_sheets.not_yours')
  const form = await c.req.formData()
  const typed = typedSheet(form)
  const way = form.get('way') === 'excel' ? ('excel' as const) : ('typed' as const)
  const { uploads, sent } = await uploadsIn(c, form, 'scan')
  try {
    const [upload] = uploads
    const scan: CheckedFile | undefined = upload && (await checkUpload(upload))
    await typePaperSheet(ctx, c.get('files'), { code, ...typed, way, scan })
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['invalid', 'conflict'].includes(thrown.kind)) throw thrown
    const said = refusalWords(thrown, c.get('view').t)
    const { faults = [] } = thrown.facts as { faults?: readonly PaperFault[] }
    const scanFault = thrown.code.startsWith('files.') ? said : undefined
    const returned = { ...typed, way, sent, scanFault, faults: faultWords(c, faults) }
    return showPaper(c, { message: said, typed: returned }, thrown.kind === 'conflict' ? 409 : 422)
  }
  sayNext(c, 'success', 'paper_sheets:done.typed')
  return c.redirect(`/paper-sheets/${code}`, 303)
})

typingRoutes.get('/paper-sheets/:code/excel', async (c) => {
  const entered = await readPaper(c.get('ctx'), c.req.param('code'))
  askToBeOpen(entered)
  const { paper, label, names } = entered
  const member = names.get(paper.memberId) ?? paper.memberId
  const title = `${label?.product ?? ''}, ${label?.producer ?? ''}. ${member}`
  return excelAnswer(c, vietnameseForm(entered), { code: paper.code, title })
})

typingRoutes.post('/paper-sheets/:code/excel', async (c) => {
  const code = c.req.param('code')
  const entered = await enterPaperSheet(c.get('ctx'), code)
  if (!entered.types) throw new Refusal('forbidden', 'paper_sheets.not_yours')
  try {
    askToBeOpen(entered)
    const read = await readExcelFile(vietnameseForm(entered), await excelIn(c))
    if (read.code !== entered.paper.code)
      throw new Refusal('invalid', 'paper_sheets.other_sheet', {
        code: read.code ? showPaperCode(read.code) : '—',
      })
    const { answers, notes, faults } = read
    const typed = { answers, notes, reasons: {}, way: 'excel' as const, faults: {} }
    return showPaper(c, { typed, read: { answered: Object.keys(answers).length, faults } })
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['invalid', 'conflict'].includes(thrown.kind)) throw thrown
    return showPaper(c, { excelFault: refusalWords(thrown, c.get('view').t) }, 422)
  }
})

interface PaperFault {
  criterion: string
  fault: SheetFault['fault'] | 'unexplained'
}

function faultWords(c: Context<Env, string>, faults: readonly PaperFault[]): Record<string, string> {
  const { t } = c.get('view')
  return Object.fromEntries(
    faults.map(({ criterion, fault }) => [
      criterion,
      t(`paper_sheets:sheet.${fault === 'missing' || fault === 'unexplained' ? fault : 'not_an_option'}`),
    ]),
  )
}
