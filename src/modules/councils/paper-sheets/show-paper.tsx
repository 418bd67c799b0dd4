import type { Context } from 'hono'
import { lawRegime } from '#modules/regulation/index.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import type { ScoreForm } from '../desk/score-form.ts'
import { scoreFormOf } from '../desk/score-form-of.ts'
import { type PaperReading, readPaper } from './read-paper.ts'
import { PaperPage, type PaperPageProps } from './views/paper-page.tsx'

/** The page of a paper sheet, with what a form or a file brought that is not saved. */
export async function showPaper(
  c: Context<Env, string>,
  returned: Pick<PaperPageProps, 'message' | 'typed' | 'read' | 'excelFault'> = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const reading = await readPaper(c.get('ctx'), c.req.param('code') ?? '')
  const { paper, room, standing, types, countersigns, runs, label, names, scan } = reading
  const { id, name } = room.session
  const stale = standing === 'open' ? null : c.get('view').t(`paper_sheets:refusal.${standing}`)
  const named = label ?? { product: '', producer: '', isDemo: false }
  return render(
    c,
    <PaperPage
      session={{ id, name }}
      isOpen={standing === 'open'}
      label={named}
      form={paperForm(c, reading)}
      {...{ paper, stale, types, countersigns, runs, names, scan }}
      {...returned}
    />,
    status,
  )
}

/** The form of the sheet in the language of the page. */
export function paperForm(c: Context<Env, string>, { set }: Pick<PaperReading, 'set'>): ScoreForm {
  const { t, locale } = c.get('view')
  const { bands } = lawRegime(set.regimeId)
  return scoreFormOf(set, { bands, locale, none: t('councils:desk.none') })
}
