import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDossier } from './close-dossier.ts'
import { endRound } from './discussion/end-round.ts'
import { noteAttendance } from './note-attendance.ts'
import { proposeKnockOut } from './propose-knock-out.ts'
import { recuse } from './recuse.ts'
import { findResult, listKnockOuts } from './result-store.ts'
import {
  type CouncilWorld,
  officer,
  openCouncilWorld,
  type Scoring,
  stopsAtZero,
} from './testing/council-world.ts'
import { scoreDossier, voteOnKnockOut } from './testing.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const propose = ({ council, at }: Scoring, key = 'dossier', by = 'mai') =>
  proposeKnockOut(world.as(council.actor(by)), { ...at, key, reason: 'Giấy chứng nhận hết hạn' })
const everybody = { chair: 1, vice: 1, dung: 1, hoa: 1, long: 1, mai: 1 }
const decide = ({ council, at }: Scoring, knockOutId: string, established: boolean) => {
  const choice = established ? ('establish' as const) : ('dismiss' as const)
  const votes = Object.fromEntries(Object.keys(everybody).map((id) => [id, choice]))
  return voteOnKnockOut(world.office, council, { ...at, knockOutId, votes })
}
const allPresent = ({ council, sessionId }: Scoring) =>
  noteAttendance(world.as(council.secretary), { sessionId, present: council.people.map(({ id }) => id) })

test('one established knock-out ends the assessment without stars', async () => {
  const scoring = await world.scoring()
  const { knockOutId } = await propose(scoring)
  await allPresent(scoring)
  await decide(scoring, knockOutId, true)
  const result = await findResult(world.db, scoring.dossierId)
  expect(result).toMatchObject({ outcome: 'rejected', stars: null, average: null })
  expect(result?.knockOut).toEqual({ key: 'dossier', reason: 'Hội đồng biểu quyết' })
  expect(await world.stateOf(scoring.dossierId)).toBe('rejected')
})

test('a proposal must be decided before the dossier closes; a dismissed one changes nothing', async () => {
  const scoring = await world.scoring()
  const { knockOutId } = await propose(scoring)
  const sheets = scoring.council.scorers.map((member) => ({ member, total: 80 }))
  await scoreDossier(world.office, { ...scoring.at, sheets })
  await allPresent(scoring)
  const close = () => closeDossier(world.as(scoring.council.chair), scoring.at)
  await expect(close()).rejects.toMatchObject({ code: 'councils.knock_out_undecided' })
  await decide(scoring, knockOutId, false)
  await expect(decide(scoring, knockOutId, true)).rejects.toMatchObject({
    code: 'councils.knock_out_decided_already',
  })
  await close()
  expect(await findResult(world.db, scoring.dossierId)).toMatchObject({
    outcome: 'ranked',
    average: 8000,
    stars: 4,
  })
})

test('a 0 where the sheet stops scoring proposes the knock-out when the round ends, once', async () => {
  const scoring = await world.scoring({ criteriaSetId: stopsAtZero })
  const sheets = scoring.council.scorers
    .slice(0, 2)
    .map((member) => ({ member, total: 80, points: { '6.2': 0 } }))
  await scoreDossier(world.office, { ...scoring.at, sheets })
  expect(await listKnockOuts(world.db, scoring.sessionId)).toEqual([])
  await endRound(world.as(scoring.council.chair), scoring.at)
  const proposed = await listKnockOuts(world.db, scoring.sessionId)
  expect(proposed).toMatchObject([{ key: '6.4', criterion: '6.2', proposedBy: 'chair', decision: null }])
  expect(proposed[0]?.reason).toContain('6.2')
})

test('refuses proposals of those who do not sit, and knock-outs that the sheet does not have', async () => {
  const scoring = await world.scoring()
  const { at, council } = scoring
  await recuse(world.as(council.actor('hoa')), { ...at, personId: 'hoa', reason: 'Người thân' })
  const outsider = proposeKnockOut(world.as(officer), { ...at, key: 'dossier', reason: 'x' })
  await expect(outsider).rejects.toMatchObject({ code: 'councils.not_a_member' })
  await expect(propose(scoring, 'dossier', 'hoa')).rejects.toMatchObject({ code: 'councils.recused' })
  await expect(propose(scoring, 'nope')).rejects.toMatchObject({ code: 'councils.knock_out_unknown' })
  await propose(scoring)
  await expect(propose(scoring, 'dossier', 'dung')).rejects.toMatchObject({
    code: 'councils.knock_out_proposed_already',
  })
})
