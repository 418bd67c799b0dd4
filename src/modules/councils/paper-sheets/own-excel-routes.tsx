import { type Context, Hono } from 'hono'
import { lawRegime } from '#modules/regulation/index.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import { deskDataOf } from '../desk/desk-of.ts'
import { readOwnSheet } from '../read-own-sheet.ts'
import { deskIcons } from '../views/sheet-page.tsx'
import { excelAnswer, excelIn, vietnameseForm } from './excel-answer.ts'
import { askToBeOwn, giveOwnCode } from './own-excel.ts'
import { readExcelFile } from './read-excel-file.ts'
import { OwnExcelPage, type OwnExcelPageProps } from './views/own-excel-page.tsx'
import './text.ts'

/** A member's own sheet in an Excel file: taken from the desk, filled in, read back to be looked over. */
export const ownExcelRoutes = new Hono<Env>()

const own = '/sessions/:sessionId/dossiers/:dossierId/sheet'
type OwnContext = Context<Env, typeof own>

ownExcelRoutes.get(`${own}/excel`, async (c) => showOwn(c))

ownExcelRoutes.post(`${own}/excel-file`, async (c) => {
  const at = c.req.param()
  const { set, label, sheet } = await readOwnSheet(c.get('ctx'), at)
  const { code } = await giveOwnCode(c.get('ctx'), at)
  const { answers = {}, notes = {} } = sheet ?? {}
  const title = `${label.product}, ${label.producer}`
  return excelAnswer(c, vietnameseForm({ set }), { code, title, answers, notes })
})

ownExcelRoutes.post(`${own}/excel`, async (c) => {
  const at = c.req.param()
  const { set } = await readOwnSheet(c.get('ctx'), at)
  try {
    const read = await readExcelFile(vietnameseForm({ set }), await excelIn(c))
    await askToBeOwn(c.get('ctx'), at, read.code)
    return showOwn(c, { read })
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !['invalid', 'conflict'].includes(thrown.kind)) throw thrown
    return showOwn(c, { fault: refusalWords(thrown, c.get('view').t) }, 422)
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
