import { type Context, Hono } from 'hono'
import {
  classificationOf,
  defaultRules,
  getCriteriaSet,
  lawRegime,
  lawRegimes,
  listCriteriaSets,
  regimesOn,
  type SheetLaw,
} from '#modules/regulation/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { provinceOf } from './guidance-rights.ts'
import { planFor, readPreference, readTarget } from './plan-for.ts'
import { planSheet } from './plan-sheet.ts'
import { readPractice } from './practice-form.ts'
import { sheetAnswer } from './sheet-answer.ts'
import { PracticeResultPage } from './views/practice-result-page.tsx'
import { PracticeSetsPage } from './views/practice-sets-page.tsx'
import { PracticeSheetPage } from './views/practice-sheet-page.tsx'
import './text.ts'

/** Practice for everybody: a sheet to answer without a dossier and without an account. Nothing is kept. */
export const practiceRoutes = new Hono<Env>()

practiceRoutes.get('/tu-cham', async (c) => {
  const { db, now } = c.get('ctx')
  const sets = await listCriteriaSets(db)
  const [newest] = regimesOn(lawRegimes(), dayOf(now))
  const groups = newest ? classificationOf(newest.criteriaOf) : []
  return render(c, <PracticeSetsPage groups={groups} published={new Set(sets.map(({ id }) => id))} />)
})

practiceRoutes.get('/tu-cham/:id', async (c) =>
  render(c, <PracticeSheetPage law={await lawOf(c, c.req.param('id'))} answers={{}} />),
)

practiceRoutes.post('/tu-cham/:id', async (c) => {
  const { db, actor, now } = c.get('ctx')
  const law = await lawOf(c, c.req.param('id'))
  const form = await c.req.formData()
  const answers = readPractice(form, law.set)
  const go = form.get('go')
  if (go === 'edit') return render(c, <PracticeSheetPage {...{ law, answers }} />)
  const { t } = c.get('view')
  if (Object.keys(answers).length === 0)
    return render(
      c,
      <PracticeSheetPage {...{ law, answers }} message={t('guidance:practice.nothing')} />,
      422,
    )
  const told = await planFor(db, {
    law,
    answers,
    stars: readTarget(textOf(form, 'stars')),
    prefer: readPreference(textOf(form, 'prefer')),
    unitId: provinceOf(actor),
    day: dayOf(now),
  })
  if (go === 'excel')
    return sheetAnswer(c, t('guidance:plan.excel_name'), await planSheet(told, c.get('view')))
  return render(c, <PracticeResultPage told={told} />)
})

async function lawOf(c: Context<Env>, id: string): Promise<SheetLaw> {
  const { set } = await getCriteriaSet(c.get('ctx').db, id)
  return { set, bands: lawRegime(set.regimeId).bands, rules: defaultRules }
}

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '')
