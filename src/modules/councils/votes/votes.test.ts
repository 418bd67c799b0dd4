import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultRules } from '#modules/regulation/index.ts'
import { checkIn } from '../attendance/check-in.ts'
import { noteAttendance } from '../note-attendance.ts'
import { proposeKnockOut } from '../propose-knock-out.ts'
import { readDossierRoom } from '../read-dossier-room.ts'
import { recuse } from '../recuse.ts'
import { findResult, listKnockOuts } from '../result-store.ts'
import { type CouncilWorld, officer, openCouncilWorld, type Scoring } from '../testing/council-world.ts'
import { voteOnKnockOut } from '../testing.ts'
import { castVote } from './cast-vote.ts'
import { closeVote } from './close-vote.ts'
import { openVote } from './open-vote.ts'
import { establishes, tallyOf } from './vote-result.ts'
import { putVote } from './vote-store.ts'
import { type Choice, choices } from './vote-tables.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

interface Proposed extends Scoring {
  knockOut: { sessionId: string; dossierId: string; knockOutId: string }
}

/** A knock-out that Mai proposed, with these members in the room. */
async function proposed(
  present: readonly string[] = ['chair', 'vice', 'dung', 'hoa', 'long', 'mai', 'thu'],
  options: Parameters<CouncilWorld['scoring']>[0] = {},
): Promise<Proposed> {
  const scoring = await world.scoring(options)
  const { council, at, sessionId } = scoring
  await noteAttendance(world.as(council.secretary), { sessionId, present })
  const proposal = { ...at, key: 'dossier', reason: 'Giấy chứng nhận hết hạn' }
  const { knockOutId } = await proposeKnockOut(world.as(council.actor('mai')), proposal)
  return { ...scoring, knockOut: { ...at, knockOutId } }
}

const vote = ({ council, knockOut }: Proposed, id: string, choice: Choice, reason = '') =>
  castVote(world.as(council.actor(id)), { ...knockOut, choice, reason })
const open = ({ council, knockOut }: Proposed, by = 'chair') =>
  openVote(world.as(council.actor(by)), knockOut)
const close = ({ council, knockOut }: Proposed, by = 'chair') =>
  closeVote(world.as(council.actor(by)), { ...knockOut, reason: 'Hội đồng biểu quyết' })
const shownTo = async ({ council, at }: Proposed, id: string) =>
  (await readDossierRoom(world.as(council.actor(id)), at)).line.knockOuts[0]

test('more than half of those who may score establish it, and the dossier is rejected', async () => {
  const scoring = await proposed()
  const votes = { chair: 'establish', vice: 'establish', dung: 'establish', hoa: 'establish' } as const
  expect(await voteOnKnockOut(world.office, scoring.council, { ...scoring.knockOut, votes })).toBe(true)
  const [kept] = await listKnockOuts(world.db, scoring.sessionId)
  expect(kept).toMatchObject({
    decision: 'established',
    tally: { establish: 4, dismiss: 0, abstain: 0, sitting: 6 },
  })
  expect(await findResult(world.db, scoring.dossierId)).toMatchObject({ outcome: 'rejected', stars: null })
})

test('half is not more than half: it is dismissed, and the dossier is scored on', async () => {
  const scoring = await proposed()
  const votes = { chair: 'establish', vice: 'establish', dung: 'establish', hoa: 'dismiss' } as const
  expect(await voteOnKnockOut(world.office, scoring.council, { ...scoring.knockOut, votes })).toBe(false)
  expect(await world.stateOf(scoring.dossierId)).toBe('in_council')
})

test('the rule is the council’s: more votes for than against where it says so', async () => {
  const rules = { ...defaultRules, knockOutVote: 'half_voting' as const }
  const scoring = await proposed(undefined, { rules })
  const votes = { chair: 'establish', vice: 'establish', dung: 'dismiss', hoa: 'abstain' } as const
  expect(await voteOnKnockOut(world.office, scoring.council, { ...scoring.knockOut, votes })).toBe(true)
})

test('votes are secret until the vote is closed, then told in numbers and reasons', async () => {
  const scoring = await proposed()
  await open(scoring)
  await vote(scoring, 'dung', 'dismiss', 'Giấy đã được gia hạn')
  await vote(scoring, 'vice', 'establish')
  expect(await shownTo(scoring, 'dung')).toMatchObject({ cast: 2, sitting: 6, own: { choice: 'dismiss' } })
  for (const id of ['chair', 'thu', 'mai']) {
    const told = await shownTo(scoring, id)
    expect(told).toMatchObject({ cast: 2, own: null, tally: null, reasons: [] })
    expect(JSON.stringify(told)).not.toContain('gia hạn')
  }
  await close(scoring)
  expect(await shownTo(scoring, 'mai')).toMatchObject({
    tally: { establish: 1, dismiss: 1, abstain: 0, sitting: 6 },
    reasons: ['Giấy đã được gia hạn'],
  })
})

test('a vote may be changed until the vote is closed, and counts once', async () => {
  const scoring = await proposed()
  const { council, knockOut } = scoring
  await expect(vote(scoring, 'dung', 'dismiss')).rejects.toMatchObject({ code: 'votes.not_open' })
  await open(scoring)
  await expect(open(scoring)).rejects.toMatchObject({ code: 'votes.open_already' })
  await vote(scoring, 'dung', 'dismiss')
  await vote(scoring, 'dung', 'abstain')
  expect((await close(scoring)).tally).toEqual({ establish: 0, dismiss: 0, abstain: 1, sitting: 6 })
  const code = 'councils.knock_out_decided_already'
  await expect(vote(scoring, 'vice', 'establish')).rejects.toMatchObject({ code })
  await expect(close(scoring)).rejects.toMatchObject({ code })
  const late = {
    ...knockOut,
    personId: 'vice',
    choice: 'establish' as const,
    reason: null,
    castAt: new Date(),
  }
  const { sessionId: _, dossierId: __, ...row } = late
  await expect(putVote(world.db, row)).rejects.toThrow('while the vote is open')
  expect(council.people).toHaveLength(7)
})

test('only members who score, are in the room and are not recused vote', async () => {
  const scoring = await proposed(['chair', 'vice', 'dung', 'hoa', 'long', 'thu'])
  const { council, at, knockOut } = scoring
  await recuse(world.as(council.actor('hoa')), { ...at, personId: 'hoa', reason: 'Người thân' })
  await open(scoring)
  await expect(vote(scoring, 'mai', 'dismiss')).rejects.toMatchObject({ code: 'votes.not_present' })
  await expect(vote(scoring, 'hoa', 'dismiss')).rejects.toMatchObject({ code: 'councils.recused' })
  await expect(vote(scoring, 'thu', 'dismiss')).rejects.toMatchObject({ code: 'councils.does_not_score' })
  const office = castVote(world.as(officer), { ...knockOut, choice: 'dismiss', reason: '' })
  await expect(office).rejects.toMatchObject({ code: 'councils.does_not_score' })
  await checkIn(world.as(council.actor('mai')), { sessionId: scoring.sessionId, here: true })
  await vote(scoring, 'mai', 'dismiss')
  const row = {
    knockOutId: knockOut.knockOutId,
    reason: null,
    castAt: new Date(),
    choice: 'dismiss' as const,
  }
  await expect(putVote(world.db, { ...row, personId: 'hoa' })).rejects.toThrow('recused member has no vote')
  await expect(putVote(world.db, { ...row, personId: 'thu' })).rejects.toThrow('who score and are present')
})

test('who is recused after voting no longer counts, nor among those who sit', async () => {
  const scoring = await proposed()
  await open(scoring)
  await vote(scoring, 'hoa', 'establish')
  const { council, at } = scoring
  await recuse(world.as(council.actor('hoa')), { ...at, personId: 'hoa', reason: 'Người thân' })
  expect((await close(scoring)).tally).toEqual({ establish: 0, dismiss: 0, abstain: 0, sitting: 5 })
})

test('it takes a quorum of members present to decide, and the chair to open and close', async () => {
  const scoring = await proposed(['chair', 'mai', 'thu'])
  for (const by of ['thu', 'vice', 'mai'])
    await expect(open(scoring, by)).rejects.toMatchObject({ code: 'councils.not_the_chair' })
  await expect(close(scoring)).rejects.toMatchObject({ code: 'votes.not_open' })
  await open(scoring)
  await expect(close(scoring, 'thu')).rejects.toMatchObject({ code: 'councils.not_the_chair' })
  await expect(close(scoring)).rejects.toMatchObject({
    code: 'councils.too_few_present',
    facts: { present: 2, needed: 5 },
  })
  const elsewhere = await proposed()
  const wrong = { ...scoring.knockOut, knockOutId: elsewhere.knockOut.knockOutId, reason: 'x' }
  await expect(closeVote(world.as(scoring.council.chair), wrong)).rejects.toMatchObject({
    code: 'councils.knock_out_unknown',
  })
})

test('a knock-out is never decided without a vote', async () => {
  const scoring = await proposed()
  const decide = world.db
    .updateTable('knockOut')
    .set({ decision: 'dismissed', decisionReason: 'x', decidedBy: 'chair', decidedAt: new Date() })
    .where('id', '=', scoring.knockOut.knockOutId)
  await expect(decide.execute()).rejects.toThrow('decided by vote')
})

test('a tally counts each who sits once, and no rule establishes without a vote for it', () => {
  const persons = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const votes = fc.uniqueArray(
    fc.record({ personId: fc.constantFrom(...persons), choice: fc.constantFrom<Choice>(...choices) }),
    { selector: ({ personId }) => personId },
  )
  const rules = ['half_sitting', 'half_voting', 'two_thirds_sitting'] as const
  fc.assert(
    fc.property(votes, fc.subarray(persons), (cast, sitting) => {
      const tally = tallyOf(cast, sitting)
      expect(tally.establish + tally.dismiss + tally.abstain).toBeLessThanOrEqual(sitting.length)
      for (const rule of rules) if (establishes(tally, rule)) expect(tally.establish).toBeGreaterThan(0)
      if (establishes(tally, 'half_sitting')) expect(establishes(tally, 'half_voting')).toBe(true)
    }),
  )
})
