import { type Context, Hono } from 'hono'
import { lawRegime, type SheetFault } from '#modules/regulation/index.ts'
import { type CheckedFile, checkUpload } from '#platform/files/check-upload.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { writeForm } from '#platform/sheet/write-form.ts'
import { uploadsIn } from '#platform/uploads/uploads-in.ts'
import { deskDataOf } from '../desk/desk-of.ts'
import type { ScoreForm } from '../desk/score-form.ts'
import { scoreFormOf } from '../desk/score-form-of.ts'
import { readOwnSheet } from '../read-own-sheet.ts'
import vi from '../text/vi.json' with { type: 'json' }
import { typedSheet } from '../typed-sheet.ts'
import { deskIcons } from '../views/sheet-page.tsx'
import { askToBeOpen, enterPaperSheet } from './enter-paper-sheet.ts'
import { excelSheet } from './excel-sheet.ts'
import { askToBeOwn, giveOwnCode } from './own-excel.ts'
import { showPaperCode } from './paper-code.ts'
import { readExcelFile } from './read-excel-file.ts'
import { readPaper } from './read-paper.ts'
import { showPaper } from './show-paper.tsx'
import { typePaperSheet } from './type-paper-sheet.ts'
import { OwnExcelPage, type OwnExcelPageProps } from './views/own-excel-page.tsx'
import './text.ts'

/** Typing paper sheets in, by form or by the Excel file of the same code; and a member's own Excel file at the desk. */
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
    const said = words(c, thrown)
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
    return showPaper(c, { excelFault: words(c, thrown) }, 422)
  }
})

const own = '/sessions/:sessionId/dossiers/:dossierId/sheet'
type OwnContext = Context<Env, typeof own>

typingRoutes.get(`${own}/excel`, async (c) => showOwn(c))

typingRoutes.post(`${own}/excel-file`, async (c) => {
  const at = c.req.param()
  const { set, label, sheet } = await readOwnSheet(c.get('ctx'), at)
  const { code } = await giveOwnCode(c.get('ctx'), at)
  const { answers = {}, notes = {} } = sheet ?? {}
  const title = `${label.product}, ${label.producer}`
  return excelAnswer(c, vietnameseForm({ set }), { code, title, answers, notes })
})

typingRoutes.post(`${own}/excel`, async (c) => {
  const at = c.req.param()
  const { set } = await readOwnSheet(c.get('ctx'), at)
  try {
    const read = await readExcelFile(vietnameseForm({ set }), await excelIn(c))
    await askToBeOwn(c.get('ctx'), at, read.code)
    return showOwn(c, { read })
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['invalid', 'conflict'].includes(thrown.kind)) throw thrown
    return showOwn(c, { fault: words(c, thrown) }, 422)
  }
})

async function showOwn(
  c: OwnContext,
  returned: Pick<OwnExcelPageProps, 'read' | 'fault'> = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const reading = await readOwnSheet(c.get('ctx'), c.req.param())
  const { t, locale } = c.get('view')
  const { bands } = lawRegime(reading.dossier.regimeId)
  const data = deskDataOf(reading, { bands, locale, t, icons: deskIcons() })
  return render(c, <OwnExcelPage {...{ data, version: reading.sheet?.version ?? 0, ...returned }} />, status)
}

async function excelIn(c: Context<Env, string>): Promise<Uint8Array> {
  const file = (await c.req.formData()).get('file')
  if (!(file instanceof File) || file.size === 0) throw new Refusal('invalid', 'paper_sheets.no_file')
  return new Uint8Array(await file.arrayBuffer())
}

/** Files are in Vietnamese, whoever downloads them: they are read back by their words. */
function vietnameseForm({ set }: { set: Parameters<typeof scoreFormOf>[0] }): ScoreForm {
  return scoreFormOf(set, { bands: lawRegime(set.regimeId).bands, locale: 'vi', none: vi.desk.none })
}

async function excelAnswer(
  c: Context<Env, string>,
  form: ScoreForm,
  content: Parameters<typeof excelSheet>[1],
): Promise<Response> {
  const bytes = await writeForm(excelSheet(form, content))
  return c.body(Uint8Array.from(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': contentDisposition(`phieu-${showPaperCode(content.code)}.xlsx`, 'attachment'),
    'cache-control': 'no-store',
  })
}

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

function words(c: Context<Env, string>, { code, facts }: Refusal): string {
  return c.get('view').t(code.replace('.', ':refusal.'), facts)
}
