import { Hono } from 'hono'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { adminRoutes } from './admin-routes.tsx'
import { listSets } from './criteria-set-store.ts'
import { regimesOn } from './deadlines.ts'
import { getCriteriaSet } from './get-criteria-set.ts'
import { classificationOf, lawMinistries, lawRegimes } from './law-files.ts'
import { CriteriaSetPage } from './views/criteria-set-page.tsx'
import { CriteriaSetsPage } from './views/criteria-sets-page.tsx'
import { RegimesPage } from './views/regimes-page.tsx'
import './text.ts'

/** The law, for everybody: the criteria sets and the regimes; and the administrator's pages. */
export const routes = new Hono<Env>()

routes.get('/bo-tieu-chi', async (c) => {
  const { db, now } = c.get('ctx')
  const sets = await listSets(db)
  const current = new Set(regimesOn(lawRegimes(), dayOf(now)).map(({ criteriaOf }) => criteriaOf))
  const regimes = lawRegimes()
    .filter(({ id, criteriaOf }) => id === criteriaOf)
    .map((regime) => ({
      regime,
      inForce: current.has(regime.id),
      sheets: sets.filter((set) => set.regimeId === regime.id).length,
    }))
    .reverse()
  const asked = regimes.find(({ regime }) => regime.id === c.req.query('quy-dinh'))
  const chosen = (asked ?? regimes[0])?.regime
  if (!chosen) throw new Error('There is no regime on file')
  const groups = classificationOf(chosen.id)
  return render(
    c,
    <CriteriaSetsPage {...{ regimes, chosen, groups }} published={new Set(sets.map(({ id }) => id))} />,
  )
})

routes.get('/bo-tieu-chi/:id', async (c) => {
  const found = await getCriteriaSet(c.get('ctx').db, c.req.param('id'))
  const ministries = lawMinistries().filter(({ code }) => found.set.ministries.includes(code))
  return render(c, <CriteriaSetPage {...found} ministries={ministries} />)
})

routes.get('/luat', (c) => {
  const current = regimesOn(lawRegimes(), dayOf(c.get('ctx').now))
  const former = lawRegimes()
    .filter((regime) => !current.includes(regime))
    .reverse()
  return render(c, <RegimesPage {...{ current, former }} />)
})

routes.route('/', adminRoutes)
