import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theSet } from '#modules/regulation/testing.ts'
import type { Actor } from '#platform/ctx.ts'
import { closeDossier } from '../close-dossier.ts'
import { readMyScoring } from '../read-my-scoring.ts'
import { recuse } from '../recuse.ts'
import {
  type CouncilWorld,
  coffee,
  officer,
  openCouncilWorld,
  type Scoring,
} from '../testing/council-world.ts'
import { answersOfTotal, discussDossier, scoreDossier } from '../testing.ts'
import { callDossier } from './call-dossier.ts'
import { enterScreen, readScreen } from './read-screen.ts'
import { showResults } from './show-results.ts'
import { spreadByCriterion } from './spread-by-criterion.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const sheetsOf = ({ council }: Scoring, ids: readonly string[]) =>
  ids.map((id, index) => ({ member: council.actor(id), total: 74 + index }))
const call = ({ council, at }: Scoring, by: Actor = council.secretary) => callDossier(world.as(by), at)

async function screenOf({ council, sessionId }: Scoring, by: Actor = council.secretary) {
  const ctx = world.as(by)
  const { room, stamp } = await enterScreen(ctx, sessionId)
  return { stamp, ...(await readScreen(ctx, room)) }
}

test('the screen shows the product that was called, and members’ lists follow', async () => {
  const scoring = await world.scoring()
  expect((await screenOf(scoring)).onStage).toBeNull()
  await call(scoring)
  const { onStage } = await screenOf(scoring)
  expect(onStage?.called).toMatchObject({ position: 1, producer: 'Hợp tác xã cà phê Tà Xùa' })
  expect(onStage?.line.quorum).toMatchObject({ members: 6, needed: 5, handedIn: 0 })
  const list = await readMyScoring(world.as(scoring.council.actor('mai')))
  const session = list.find((one) => one.session.id === scoring.sessionId)
  expect(session?.called?.item.dossierId).toBe(scoring.dossierId)
})

test('nothing of the sheets is on it while they are scored, nor from fewer than three', async () => {
  const scoring = await world.scoring()
  await call(scoring)
  await scoreDossier(world.office, { ...scoring.at, sheets: sheetsOf(scoring, ['chair', 'vice', 'dung']) })
  const scored = await screenOf(scoring)
  expect(scored.onStage).toMatchObject({ spread: [], result: null })
  expect(JSON.stringify(scored.onStage)).not.toMatch(/"total":\d|"answers"/)

  const two = await world.scoring()
  await call(two)
  await discussDossier(world.office, two.council, { ...two.at, sheets: sheetsOf(two, ['chair', 'vice']) })
  expect((await screenOf(two)).onStage?.spread).toEqual([])
})

test('once the round has ended it shows where the sheets differ, without names', async () => {
  const scoring = await world.scoring()
  await call(scoring)
  const sheets = sheetsOf(scoring, ['chair', 'vice', 'dung', 'hoa'])
  await discussDossier(world.office, scoring.council, { ...scoring.at, sheets })
  const { onStage } = await screenOf(scoring)
  expect(onStage?.spread.length).toBeGreaterThan(0)
  for (const { given } of onStage?.spread ?? [])
    expect(given.reduce((sum, one) => sum + one.sheets, 0)).toBe(4)
  expect(JSON.stringify(onStage?.spread)).not.toMatch(/chair|vice|dung|hoa/)
})

test('a result is on it only where the chair allows it, and is said in words', async () => {
  const scoring = await world.scoring()
  const { council, at, sessionId } = scoring
  const show = (actor: Actor) => showResults(world.as(actor), { sessionId, showsResults: true })
  await expect(show(council.chair)).rejects.toMatchObject({ code: 'screen.nothing_called' })
  await call(scoring)
  await scoreDossier(world.office, {
    ...at,
    sheets: sheetsOf(scoring, ['chair', 'vice', 'dung', 'hoa', 'long']),
  })
  await closeDossier(world.as(council.chair), at)
  expect((await screenOf(scoring)).onStage?.result).toBeNull()
  await expect(show(council.secretary)).rejects.toMatchObject({ code: 'councils.not_the_chair' })
  await show(council.chair)
  const { onStage } = await screenOf(scoring)
  expect(onStage?.result).toMatchObject({ outcome: 'ranked', average: 7600, stars: 4 })
  expect(onStage?.result?.trace.length).toBeGreaterThan(0)
})

test('it is for those who run the session; who is recused from a product is shown none of it', async () => {
  const scoring = await world.scoring()
  const { council, at, sessionId } = scoring
  for (const actor of [council.actor('mai'), officer]) {
    const refused = { code: 'councils.not_chair_or_secretary' }
    await expect(enterScreen(world.as(actor), sessionId)).rejects.toMatchObject(refused)
    await expect(call(scoring, actor)).rejects.toMatchObject(refused)
  }
  await call(scoring)
  await recuse(world.as(council.secretary), { ...at, personId: 'thu', reason: 'Người thân' })
  const sheets = sheetsOf(scoring, ['chair', 'vice', 'dung'])
  await discussDossier(world.office, council, { ...at, sheets })
  expect((await screenOf(scoring)).onStage).toMatchObject({ spread: [], result: null, picture: null })
  expect((await screenOf(scoring, council.chair)).onStage?.spread.length).toBeGreaterThan(0)
})

test('its stamp changes with what it shows, and only then', async () => {
  const scoring = await world.scoring()
  const stamps = [(await screenOf(scoring)).stamp]
  await call(scoring)
  stamps.push((await screenOf(scoring)).stamp)
  await scoreDossier(world.office, { ...scoring.at, sheets: sheetsOf(scoring, ['chair']) })
  stamps.push((await screenOf(scoring)).stamp)
  expect(new Set(stamps).size).toBe(3)
  expect((await screenOf(scoring)).stamp).toBe(stamps[2])
})

test('a spread counts every sheet once at each criterion, and names only those that differ', () => {
  const set = theSet(coffee)
  const totals = fc.array(fc.integer({ min: 50, max: 95 }), { minLength: 3, maxLength: 9 })
  fc.assert(
    fc.property(totals, (of) => {
      const spread = spreadByCriterion(
        set,
        of.map((total) => ({ answers: answersOfTotal(set, total) })),
      )
      for (const { given, lowest, highest } of spread) {
        expect(highest).toBeGreaterThan(lowest)
        expect(given.reduce((sum, one) => sum + one.sheets, 0)).toBe(of.length)
      }
    }),
    { numRuns: 20 },
  )
})
