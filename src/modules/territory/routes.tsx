import { Hono } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { provincePathOf } from './home-province.ts'
import { listUnitGroups } from './unit-groups.ts'
import { searchUnits } from './unit-search-store.ts'
import { findUnit, listUnits } from './unit-store.ts'
import { PlacesPage } from './views/places-page.tsx'
import './text.ts'

/** The map of today and of before, for everybody. */
export const routes = new Hono<Env>()

routes.get('/dia-phuong', async (c) => {
  const { db, actor } = c.get('ctx')
  const search = (c.req.query('q') ?? '').trim().slice(0, 100)
  const provinces = await listUnits(db, { level: 'province' })
  const home = await findUnit(db, provincePathOf(actor).split('/').at(-1) ?? '')
  const province = provinces.find(({ id }) => id === c.req.query('tinh')) ?? home
  if (!province) throw new Error('the home province is not in the list of units')
  const found = search ? await searchUnits(db, search, { limit: 50 }) : null
  const groups = found ? [] : await listUnitGroups(db, province.path)
  return render(c, <PlacesPage {...{ province, provinces, search, found, groups }} />)
})

/** For pickers that help while one types. */
routes.get('/territory/search', async (c) => {
  const under = c.req.query('under')
  const units = await searchUnits(c.get('ctx').db, c.req.query('q') ?? '', {
    limit: 20,
    ...(under ? { under } : {}),
  })
  return c.json({
    units: units.map(({ id, code, level, name, path, parentName, viaName }) => ({
      ...{ id, code, level, name, path },
      parent: parentName,
      via: viaName,
    })),
  })
})
