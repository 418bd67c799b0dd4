import type { Context } from 'hono'
import { lawRegime } from '#modules/regulation/index.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { Refusal } from '#platform/refusal.ts'
import { writeForm } from '#platform/sheet/write-form.ts'
import type { ScoreForm } from '../desk/score-form.ts'
import { scoreFormOf } from '../desk/score-form-of.ts'
import vi from '../text/vi.json' with { type: 'json' }
import { excelSheet } from './excel-sheet.ts'
import { showPaperCode } from './paper-code.ts'

/** The Excel file that a form brought. @throws Refusal `invalid` where there is none */
export async function excelIn(c: Context<Env, string>): Promise<Uint8Array> {
  const file = (await c.req.formData()).get('file')
  if (!(file instanceof File) || file.size === 0) throw new Refusal('invalid', 'paper_sheets.no_file')
  return new Uint8Array(await file.arrayBuffer())
}

/** Files are in Vietnamese, whoever downloads them: they are read back by their words. */
export function vietnameseForm({ set }: { set: Parameters<typeof scoreFormOf>[0] }): ScoreForm {
  return scoreFormOf(set, { bands: lawRegime(set.regimeId).bands, locale: 'vi', none: vi.desk.none })
}

/** The Excel file of a sheet, under its code. */
export async function excelAnswer(
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
