import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { closeDossier } from './close-dossier.ts'
import { closeSession } from './close-session.ts'
import { handInSheet } from './hand-in-sheet.ts'
import { openNewRound } from './open-new-round.ts'
import { openRounds } from './open-sheets.ts'
import { readMyScoring } from './read-my-scoring.ts'
import { readOwnSheet } from './read-own-sheet.ts'
import { readResult } from './read-result.ts'
import { readSession } from './read-session.ts'
import { recuse } from './recuse.ts'
import { saveAnswer } from './save-answer.ts'
import { saveSheet } from './save-sheet.ts'
import { type CouncilWorld, officer, openCouncilWorld, type Scoring } from './testing/council-world.ts'
import { answersOfTotal, scoreDossier } from './testing.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const auditor = actorWith('auditor', 'vn/14')
const leader = actorWith('leader', 'vn/14')
const readers: [string, (scoring: Scoring) => Actor][] = [
  ['a member who has not handed in', ({ council }) => council.actor('mai')],
  ['a member who has', ({ council }) => council.actor('vice')],
  ['the chair', ({ council }) => council.chair],
  ['the secretary', ({ council }) => council.secretary],
  ['the office', () => officer],
  ['the leader who will decide', () => leader],
]

/** Five of six have handed in, one with a note that must not be seen; Hoa is recused. */
async function halfScored(): Promise<Scoring> {
  const scoring = await world.scoring()
  const { council, at } = scoring
  const dung = world.as(council.actor('dung'))
  await saveAnswer(dung, { ...at, criterion: '4.1', options: [1], note: 'bí mật của Dũng', version: 0 })
  const sheets = ['chair', 'vice', 'long'].map((id, index) => ({
    member: council.actor(id),
    total: 77 + 2 * index,
  }))
  await scoreDossier(world.office, { ...at, sheets })
  await recuse(world.as(council.actor('hoa')), { ...at, personId: 'hoa', reason: 'Người thân' })
  return scoring
}

test.each(readers)('%s is told nothing of others’ sheets while the round is scored', async (_, who) => {
  const scoring = await halfScored()
  const ctx = world.as(who(scoring))
  const session = await readSession(ctx, scoring.sessionId)
  const told = JSON.stringify(session)
  for (const secret of ['bí mật', '"answers"', '"total"', '"parts"', '"average":7'])
    expect(told).not.toContain(secret)
  await expect(readResult(ctx, scoring.at)).rejects.toMatchObject({ code: 'councils.no_result_yet' })
})

test('chair and secretary see who has handed in and the spread; the others how many', async () => {
  const scoring = await halfScored()
  const line = async (actor: Actor) => (await readSession(world.as(actor), scoring.sessionId)).agenda[0]
  for (const actor of [scoring.council.chair, scoring.council.secretary])
    expect((await line(actor))?.standing).toMatchObject({
      handedIn: ['chair', 'long', 'vice'],
      awaited: ['dung', 'mai'],
      needed: 5,
      spread: 4,
      tooWide: false,
    })
  for (const actor of [scoring.council.actor('mai'), officer])
    expect(await line(actor)).toMatchObject({ standing: null, handedIn: 3, awaited: 2 })
})

test('a member’s own sheet holds the member’s own answers only', async () => {
  const scoring = await halfScored()
  const mine = await readOwnSheet(world.as(scoring.council.actor('vice')), scoring.at)
  expect(mine.sheet).toMatchObject({ memberId: 'vice', total: 79 })
  expect(mine.writable).toBe(false)
  expect(JSON.stringify(mine.room)).not.toContain('bí mật')
  const blank = await readOwnSheet(world.as(scoring.council.actor('mai')), scoring.at)
  expect(blank).toMatchObject({ sheet: undefined, writable: true })
})

test('somebody recused does not open the dossier, nor its result', async () => {
  const scoring = await halfScored()
  const hoa = world.as(scoring.council.actor('hoa'))
  await expect(readOwnSheet(hoa, scoring.at)).rejects.toMatchObject({ code: 'councils.recused' })
  await expect(readResult(hoa, scoring.at)).rejects.toMatchObject({ code: 'councils.recused' })
  const sheets = ['mai', 'dung'].map((id) => ({ member: scoring.council.actor(id), total: 79 }))
  await finish(scoring, sheets)
  await expect(readResult(hoa, scoring.at)).rejects.toMatchObject({ code: 'councils.recused' })
  expect((await readSession(hoa, scoring.sessionId)).agenda[0]).toMatchObject({
    own: 'recused',
    result: null,
  })
})

async function finish(scoring: Scoring, sheets: { member: Actor; total: number }[]): Promise<void> {
  const { council, at } = scoring
  const dung = world.as(council.actor('dung'))
  const begun = await readOwnSheet(dung, at)
  for (const sheet of sheets) {
    if (sheet.member.id !== 'dung') await scoreDossier(world.office, { ...at, sheets: [sheet] })
  }
  const version = begun.sheet?.version ?? 0
  const saved = await saveSheet(dung, { ...at, version, answers: answersOfTotal(begun.set, 79), notes: {} })
  await handInSheet(dung, { ...at, version: saved.version })
  await closeDossier(world.as(council.chair), at)
}

test.each(readers)('%s sees every sheet once the dossier is closed', async (_, who) => {
  const scoring = await halfScored()
  await finish(scoring, [{ member: scoring.council.actor('mai'), total: 79 }])
  const { sheets, result } = await readResult(world.as(who(scoring)), scoring.at)
  expect(sheets.map(({ memberId }) => memberId)).toEqual(['chair', 'dung', 'long', 'mai', 'vice'])
  expect(result.stars).toBe(4)
})

test('an auditor reads everything once the session is closed, and nothing before', async () => {
  const scoring = await halfScored()
  const read = () => readResult(world.as(auditor), scoring.at)
  await finish(scoring, [{ member: scoring.council.actor('mai'), total: 79 }])
  await expect(read()).rejects.toMatchObject({ code: 'councils.session_unknown' })
  const { sessionId } = scoring
  await closeSession(world.as(scoring.council.chair), { sessionId, minutesNumber: '01/BB' })
  expect((await read()).sheets).toHaveLength(5)
  expect((await readSession(world.as(auditor), sessionId)).agenda[0]?.result).toMatchObject({ stars: 4 })
})

test.each([
  ['nobody', nobody],
  ['another province', actorWith('province_officer', 'vn/11')],
  ['a member of another council', actorWith('member', 'vn/14', { id: 'other' })],
  ['a commune officer', actorWith('commune_officer', 'vn/14/03868')],
  ['the producer', actorWith('producer', 'vn/14/03868', { producerId: 'p' })],
])('for %s there is no session', async (_, actor) => {
  const scoring = await halfScored()
  const ctx = world.as(actor)
  for (const read of [
    () => readSession(ctx, scoring.sessionId),
    () => readResult(ctx, scoring.at),
    () => readOwnSheet(ctx, scoring.at),
  ])
    await expect(read()).rejects.toMatchObject({ kind: 'not_found', code: 'councils.session_unknown' })
  expect(await readMyScoring(ctx)).toEqual([])
})

test('in a new round the earlier one is open to chair and secretary only', async () => {
  const scoring = await halfScored()
  await openNewRound(world.as(scoring.council.chair), { ...scoring.at, reason: 'Thảo luận lại' })
  const at = {
    session: { status: 'open' as const },
    item: { round: 2, status: 'scoring' as const },
    openings: [],
  }
  const seat = (position: 'chair' | 'secretary' | 'member') => {
    return { personId: 'x', position, organisation: '', scores: true, joinedOn: '2026-01-01', leftOn: null }
  }
  const handedIn = [1]
  expect(openRounds({ seat: seat('chair'), recused: false, handedIn }, at)).toEqual([1])
  expect(openRounds({ seat: seat('secretary'), recused: false, handedIn }, at)).toEqual([1])
  expect(openRounds({ seat: seat('member'), recused: false, handedIn }, at)).toEqual([])
  expect(openRounds({ seat: seat('chair'), recused: true, handedIn }, at)).toEqual([])
  expect(openRounds({ seat: undefined, recused: false, handedIn: [] }, at)).toEqual([])
})

test('a member’s list says what is scored, begun, to score and recused', async () => {
  const scoring = await halfScored()
  const own = async (id: string) =>
    (await readMyScoring(world.as(scoring.council.actor(id)))).find(
      ({ session }) => session.id === scoring.sessionId,
    )?.dossiers[0]
  expect(await own('vice')).toMatchObject({ own: 'handed_in', answered: 34, criteria: 34, total: 79 })
  expect(await own('dung')).toMatchObject({ own: 'begun', answered: 1, total: null })
  expect(await own('mai')).toMatchObject({ own: 'to_score', answered: 0 })
  expect(await own('hoa')).toMatchObject({ own: 'recused' })
  expect(await own('thu')).toBeUndefined()
})
