import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import { closeDossier } from '../close-dossier.ts'
import { handInSheet } from '../hand-in-sheet.ts'
import { openNewRound } from '../open-new-round.ts'
import { openRounds } from '../open-sheets.ts'
import { type Position, positions } from '../positions.ts'
import { readDossierRoom } from '../read-dossier-room.ts'
import { readSession } from '../read-session.ts'
import { recuse } from '../recuse.ts'
import { saveAnswer } from '../save-answer.ts'
import { findAgendaItem, updateAgendaItem } from '../session-store.ts'
import { type CouncilWorld, officer, openCouncilWorld, type Scoring } from '../testing/council-world.ts'
import { discussDossier, scoreDossier } from '../testing.ts'
import { listRoundEnds } from './discussion-store.ts'
import { endRound } from './end-round.ts'
import { openSheetsToMembers } from './open-sheets-to-members.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const sheetsOf = ({ council }: Scoring, ids: readonly string[], total = 78) =>
  ids.map((id, index) => ({ member: council.actor(id), total: total + index }))

/** Chair, vice chair and Dũng have handed in; Hoa is recused, Long and Mai have not handed in. */
async function discussed(): Promise<Scoring> {
  const scoring = await world.scoring()
  await recuse(world.as(scoring.council.actor('hoa')), {
    ...scoring.at,
    personId: 'hoa',
    reason: 'Người thân',
  })
  const sheets = sheetsOf(scoring, ['chair', 'vice', 'dung'])
  await discussDossier(world.office, scoring.council, { ...scoring.at, sheets })
  return scoring
}

async function roundsSeen({ at }: Scoring, actor: Actor): Promise<number[]> {
  return (await readDossierRoom(world.as(actor), at)).earlier.map(({ round }) => round)
}

test('once the round has ended no sheet is written or handed in', async () => {
  const scoring = await discussed()
  const mai = world.as(scoring.council.actor('mai'))
  const code = 'discussion.round_ended'
  const save = saveAnswer(mai, { ...scoring.at, criterion: '4.1', options: [1], version: 0 })
  await expect(save).rejects.toMatchObject({ code })
  await expect(handInSheet(mai, { ...scoring.at, version: 1 })).rejects.toMatchObject({ code })
  await expect(endRound(world.as(scoring.council.chair), scoring.at)).rejects.toMatchObject({ code })
  const [end] = await listRoundEnds(world.db, scoring.at)
  expect(end).toMatchObject({ round: 1, endedBy: 'chair', present: ['chair', 'vice', 'dung'] })
})

test('chair and secretary see the sheets from then on, members only those opened to them', async () => {
  const scoring = await discussed()
  const { council, at } = scoring
  expect(await roundsSeen(scoring, council.chair)).toEqual([1])
  expect(await roundsSeen(scoring, council.secretary)).toEqual([1])
  for (const actor of [council.actor('vice'), council.actor('mai'), officer])
    expect(await roundsSeen(scoring, actor)).toEqual([])

  await openSheetsToMembers(world.as(council.chair), { ...at, audience: 'handed_in' })
  expect(await roundsSeen(scoring, council.actor('vice'))).toEqual([1])
  expect(await roundsSeen(scoring, council.actor('mai'))).toEqual([])
  const again = openSheetsToMembers(world.as(council.chair), { ...at, audience: 'handed_in' })
  await expect(again).rejects.toMatchObject({ code: 'discussion.open_already' })

  await openSheetsToMembers(world.as(council.chair), { ...at, audience: 'members' })
  expect(await roundsSeen(scoring, council.actor('mai'))).toEqual([1])
  expect(await roundsSeen(scoring, officer)).toEqual([])
  await expect(roundsSeen(scoring, council.actor('hoa'))).rejects.toMatchObject({ code: 'councils.recused' })
})

test('only who leads ends a round or opens its sheets, and only once it has ended', async () => {
  const scoring = await world.scoring()
  const { council, at } = scoring
  await scoreDossier(world.office, { ...at, sheets: sheetsOf(scoring, ['chair', 'vice']) })
  const open = (actor: Actor) => openSheetsToMembers(world.as(actor), { ...at, audience: 'handed_in' })
  await expect(open(council.chair)).rejects.toMatchObject({ code: 'discussion.not_discussed' })
  for (const actor of [council.secretary, council.actor('vice'), officer]) {
    await expect(endRound(world.as(actor), at)).rejects.toMatchObject({ code: 'councils.not_the_chair' })
    await expect(open(actor)).rejects.toMatchObject({ code: 'councils.not_the_chair' })
  }
  await expect(endRound(world.as(nobody), at)).rejects.toMatchObject({ code: 'councils.session_unknown' })
})

test('a chair who scores hands in before ending the round, and a round without sheets is not ended', async () => {
  const scoring = await world.scoring()
  const { council, at } = scoring
  const end = () => endRound(world.as(council.chair), at)
  await expect(end()).rejects.toMatchObject({ code: 'councils.round_empty' })
  await scoreDossier(world.office, { ...at, sheets: sheetsOf(scoring, ['vice']) })
  await expect(end()).rejects.toMatchObject({ code: 'discussion.own_sheet_first' })
  const again = openNewRound(world.as(council.chair), { ...at, reason: 'Thảo luận' })
  await expect(again).rejects.toMatchObject({ code: 'discussion.own_sheet_first' })
  expect(await listRoundEnds(world.db, at)).toEqual([])
})

test('after the discussion the dossier is scored again, or closed', async () => {
  const scoring = await discussed()
  const { council, at } = scoring
  await openNewRound(world.as(council.chair), { ...at, reason: 'Thống nhất cách hiểu' })
  expect(await findAgendaItem(world.db, at)).toMatchObject({ round: 2, status: 'scoring' })

  const full = await world.scoring()
  const sheets = sheetsOf(full, ['chair', 'vice', 'dung', 'hoa', 'long', 'mai'])
  await discussDossier(world.office, full.council, { ...full.at, sheets })
  await closeDossier(world.as(full.council.chair), full.at)
  expect(await findAgendaItem(world.db, full.at)).toMatchObject({ status: 'closed' })
  expect(await listRoundEnds(world.db, full.at)).toHaveLength(1)
})

test('a secretary who scores sees no sheet of an ended round without an own one', () => {
  const secretary = { personId: 'mai', organisation: '', joinedOn: '2026-01-01', leftOn: null, scores: true }
  const reader = { seat: { ...secretary, position: 'secretary' as const }, recused: false }
  const at = {
    item: { round: 1, status: 'discussing' as const },
    session: { status: 'open' as const },
    openings: [],
  }
  expect(openRounds({ ...reader, handedIn: [] }, at)).toEqual([])
  expect(openRounds({ ...reader, handedIn: [1] }, at)).toEqual([1])
})

test('who scores is told the spread once the own sheet and two others are in', async () => {
  const scoring = await world.scoring()
  const { council, at, sessionId } = scoring
  const spreadFor = async (actor: Actor) =>
    (await readSession(world.as(actor), sessionId)).agenda[0]?.standing?.spread
  await scoreDossier(world.office, { ...at, sheets: sheetsOf(scoring, ['vice', 'dung', 'long']) })
  expect(await spreadFor(council.chair)).toBeNull()
  expect(await spreadFor(council.secretary)).toBe(2)
  await scoreDossier(world.office, { ...at, sheets: sheetsOf(scoring, ['chair']) })
  expect(await spreadFor(council.chair)).toBe(2)

  const two = await world.scoring()
  await scoreDossier(world.office, { ...two.at, sheets: sheetsOf(two, ['chair', 'vice']) })
  const [line] = (await readSession(world.as(two.council.chair), two.sessionId)).agenda
  expect(line?.standing).toMatchObject({ handedIn: ['chair', 'vice'], spread: null, tooWide: false })
})

test('the round being scored is open to nobody, and nothing to somebody recused, whatever was opened', () => {
  const opening = fc.record({
    round: fc.integer({ min: 1, max: 4 }),
    audience: fc.constantFrom('handed_in' as const, 'members' as const),
  })
  const seat = fc.record({
    personId: fc.constant('x'),
    position: fc.constantFrom<Position>(...positions),
    organisation: fc.constant(''),
    scores: fc.boolean(),
    joinedOn: fc.constant('2026-01-01'),
    leftOn: fc.constant(null),
  })
  const any = fc.record({
    seat: fc.option(seat, { nil: undefined }),
    recused: fc.boolean(),
    handedIn: fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
    round: fc.integer({ min: 1, max: 4 }),
    status: fc.constantFrom('waiting' as const, 'scoring' as const, 'discussing' as const),
    openings: fc.array(opening, { maxLength: 4 }),
  })
  fc.assert(
    fc.property(any, ({ seat, recused, handedIn, round, status, openings }) => {
      const at = { item: { round, status }, session: { status: 'open' as const }, openings }
      const open = openRounds({ seat, recused, handedIn }, at)
      if (recused || !seat) expect(open).toEqual([])
      if (status !== 'discussing') expect(open).not.toContain(round)
      for (const one of open) {
        const toAll = openings.some((opened) => opened.round === one && opened.audience === 'members')
        if (seat?.scores && !toAll) expect(handedIn).toContain(one)
      }
    }),
  )
})

test('the database itself refuses to score an ended round again, or to discuss one that has not ended', async () => {
  const scoring = await discussed()
  const back = updateAgendaItem(world.db, scoring.at, { status: 'scoring' })
  await expect(back).rejects.toThrow('has ended is not scored again')
  const other = await world.scoring()
  const early = updateAgendaItem(world.db, other.at, { status: 'discussing' })
  await expect(early).rejects.toThrow('when its round has ended')
})
