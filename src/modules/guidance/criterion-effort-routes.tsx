import { type Context, Hono } from 'hono'
import { getCriteriaSet, lawRegimes, listCriteriaSets, regimesOn } from '#modules/regulation/index.ts'
import { findUnit } from '#modules/territory/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { refusalOf } from '#platform/refusal.ts'
import { changeCriterionEffort, criterionAt, restoreKindEffort } from './change-criterion-effort.ts'
import { figuresAt, listOwnFigures } from './criterion-effort-store.ts'
import { kindOf } from './criterion-kinds.ts'
import { type EffortFaults, type TypedEffort, typedEffort, typedFromFigures } from './effort-form.ts'
import { levelCountOf } from './effort-of.ts'
import { mayKeepGuidance, provinceToKeep, provinceToRead } from './guidance-rights.ts'
import { inSentence } from './plan-for.ts'
import { versionIn } from './version-in.ts'
import { CriterionEffortsPage } from './views/criterion-efforts-page.tsx'
import { EffortFormPage } from './views/effort-form-page.tsx'
import './text.ts'

/** What one criterion of one sheet takes, where the province says otherwise than for its kind. */
export const criterionEffortRoutes = new Hono<Env>()

criterionEffortRoutes.get('/guidance/sets', async (c) => {
  const { db, actor, now } = c.get('ctx')
  const unitId = provinceToRead(actor)
  const [newest] = regimesOn(lawRegimes(), dayOf(now))
  const sets = await listCriteriaSets(db, { regimeId: newest?.criteriaOf })
  const asked = sets.find(({ id }) => id === c.req.query('set')) ?? sets[0]
  const { set } = await getCriteriaSet(db, asked?.id ?? '')
  const [figures, own, unit] = await Promise.all([
    figuresAt(db, { unitId, set }),
    listOwnFigures(db, { unitId, setId: set.id }),
    findUnit(db, unitId),
  ])
  return render(
    c,
    <CriterionEffortsPage
      {...{ set, sets, figures }}
      own={new Set(own.map(({ criterion }) => criterion))}
      mayKeep={mayKeepGuidance(actor, unitId)}
      province={inSentence(unit?.name)}
    />,
  )
})

const page = '/guidance/sets/:id/criteria/:code'

criterionEffortRoutes.get(page, (c) => showForm(c))

criterionEffortRoutes.post(page, async (c) => {
  const form = await c.req.formData()
  const typed = typedEffort(form)
  const change = { ...askedOf(c), version: versionIn(form), typed }
  const refusal = await refusalOf(changeCriterionEffort(c.get('ctx'), change), 'invalid')
  if (refusal) return showForm(c, { ...change, faults: refusal.facts.faults as EffortFaults })
  sayNext(c, 'success', 'guidance:efforts.saved')
  return c.redirect(`/guidance/sets?set=${change.setId}`, 303)
})

criterionEffortRoutes.post(`${page}/kind`, async (c) => {
  const asked = askedOf(c)
  const form = await c.req.formData()
  await restoreKindEffort(c.get('ctx'), { ...asked, version: versionIn(form) })
  sayNext(c, 'success', 'guidance:criterion.restored')
  return c.redirect(`/guidance/sets?set=${asked.setId}`, 303)
})

interface Faulty {
  typed: TypedEffort
  version: number
  faults: EffortFaults
}

async function showForm(c: Context<Env>, faulty?: Faulty): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const unitId = provinceToKeep(actor)
  const { set, criterion } = await criterionAt(db, askedOf(c))
  const own = await listOwnFigures(db, { unitId, setId: set.id })
  const row = own.find((one) => one.criterion === criterion.code)
  const found = (await figuresAt(db, { unitId, set }))(criterion)
  const levels = Array.from(
    { length: levelCountOf(criterion) },
    (_, at) => found.levels[at] ?? found.levels.at(-1) ?? { months: 0, cost: 0 },
  )
  const figures = { ...found, levels }
  const written = { ...figures, papers: row?.papers ?? null, helperNote: row?.helperNote ?? null }
  return render(
    c,
    <EffortFormPage
      figures={figures}
      typed={faulty?.typed ?? typedFromFigures(written)}
      version={faulty?.version ?? row?.version ?? 0}
      faults={faulty?.faults ?? {}}
      message={faulty && c.get('view').t('guidance:fault.form')}
      criteria={[]}
      criterion={{ set, criterion, kind: kindOf(criterion) }}
    />,
    faulty ? 422 : 200,
  )
}

function askedOf(c: Context<Env>) {
  return { setId: c.req.param('id') ?? '', criterion: c.req.param('code') ?? '' }
}
