import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answers, type CriteriaSet, criteriaOf, fileSet, scoreOf } from '#modules/regulation/index.ts'
import { nobody } from '#platform/ctx.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { closeDossier } from '../councils/close-dossier.ts'
import { type CouncilWorld, openCouncilWorld } from '../councils/testing/council-world.ts'
import { scoreDossier } from '../councils/testing.ts'
import { findDossier } from '../dossiers/dossier-store.ts'
import { councilAnswers } from './council-answers.ts'
import { declineRecognition } from './decline-recognition.ts'
import { routes } from './routes.tsx'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const leader = actorWith('leader', 'vn/14', { id: 'lan' })

async function scored(totals: readonly number[]) {
  const scoring = await world.scoring({})
  const { council, at, dossierId } = scoring
  await scoreDossier(world.office, {
    ...at,
    sheets: totals.map((total, index) => ({ member: council.scorers[index] ?? nobody, total })),
  })
  await closeDossier(world.as(council.chair), { ...at, reason: '' })
  const dossier = await findDossier(world.db, dossierId)
  const mai = actorWith('producer', dossier?.unitPath ?? '', {
    id: 'mai',
    producerId: dossier?.producerId ?? '',
  })
  return { dossierId, mai, path: `/dossiers/${dossierId}/council-plan` }
}

const app = (actor: typeof nobody) => testApp(world.db, routes, { actor })

test('before the decision nobody outside the council learns a point; after it the producer gets its plan', async () => {
  const { dossierId, mai, path } = await scored([44, 46, 43, 45, 47, 44])
  expect((await app(mai).request(path)).status).toBe(404)
  await declineRecognition(world.as(leader), { dossierId })
  const html = await (await app(mai).request(path)).text()
  expect(html).toContain('Kế hoạch lên 3 sao theo điểm hội đồng')
  expect(html).toMatch(/Để đạt 3 sao còn thiếu \d+ điểm/)
  expect(html).toContain('44,83')
  expect(await (await app(mai).request(`${path}?stars=4`)).text()).toContain('Để đạt 4 sao')
  const excel = await app(mai).request(`${path}.xlsx`)
  expect(excel.headers.get('content-disposition')).toContain('.xlsx')
})

test.each([
  ['a visitor', nobody],
  ['another producer', actorWith('producer', 'vn/14/03868', { id: 'o', producerId: 'p2' })],
  ['an officer of another province', actorWith('province_officer', 'vn/11')],
  ['a consultant', actorWith('consultant', 'vn/14')],
])('%s finds no plan', async (_, actor) => {
  const { dossierId, path } = await scored([44, 46, 43, 45, 47, 44])
  await declineRecognition(world.as(leader), { dossierId })
  expect((await app(actor).request(path)).status).toBe(404)
})

const coffee = fileSet('qd26-2026-13') as CriteriaSet

test('the sheet that stands for the council is never above its average, and made of answers that were given', () => {
  fc.assert(
    fc.property(fc.array(someSheet(coffee), { minLength: 1, maxLength: 7 }), (sheets) => {
      const one = councilAnswers(coffee, sheets)
      for (const { code } of criteriaOf(coffee)) {
        const given = sheets.map((sheet) => String(sheet[code]))
        if (one[code]) expect(given).toContain(String(one[code]))
      }
      const totals = sheets.map((sheet) => scoreOf(sheet, coffee).total)
      const average = totals.reduce((sum, total) => sum + total, 0) / totals.length
      expect(scoreOf(one, coffee).total).toBeLessThanOrEqual(average + 1e-9)
    }),
    { numRuns: 60 },
  )
})

test('where all members agree it is their sheet', () => {
  const [sheet] = fc.sample(someSheet(coffee), 1)
  if (!sheet) throw new Error('there is a sheet')
  expect(scoreOf(councilAnswers(coffee, [sheet, sheet]), coffee)).toEqual(scoreOf(sheet, coffee))
})

/** A whole sheet: an answer to every line. */
function someSheet(set: CriteriaSet): fc.Arbitrary<Answers> {
  const entries = criteriaOf(set).map(({ code, options, scoring }) => {
    const numbers = options.map(({ no }) => no)
    return [
      code,
      scoring === 'sum' ? fc.subarray(numbers) : fc.constantFrom(...numbers.map((no) => [no])),
    ] as const
  })
  return fc.record(Object.fromEntries(entries)) as fc.Arbitrary<Answers>
}
