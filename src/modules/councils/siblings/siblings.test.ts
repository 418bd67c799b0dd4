import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theSet } from '#modules/regulation/testing.ts'
import { testNow } from '#platform/testing/test-ctx.ts'
import { closeDossier } from '../close-dossier.ts'
import { handInSheet } from '../hand-in-sheet.ts'
import { readOwnSheet } from '../read-own-sheet.ts'
import { readResult } from '../read-result.ts'
import { saveAnswer } from '../save-answer.ts'
import { saveSheet } from '../save-sheet.ts'
import { findSheet } from '../score-sheet-store.ts'
import {
  type CouncilWorld,
  coffee,
  officer,
  openCouncilWorld,
  stopsAtZero,
} from '../testing/council-world.ts'
import { answersOfTotal, buildSession, scoreDossier } from '../testing.ts'
import { type CarriedMark, stillCarried } from './carried-mark.ts'
import { confirmMark } from './confirm-mark.ts'
import { isSameVariant } from './same-variant.ts'

let world: CouncilWorld
let hours = 0

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

/** Two coffees and a product of another sheet before one council; "mai" has handed in for the first. */
async function twoCoffees() {
  const council = await world.council()
  const first = await world.checkedDossier()
  const second = await world.checkedDossier()
  const other = await world.checkedDossier(stopsAtZero)
  const { sessionId } = await buildSession(world.office, council, { dossierIds: [first, second, other] })
  const mai = council.actor('mai')
  const place = { sessionId, dossierId: first }
  hours += 1
  const later = world.as(officer, new Date(testNow.getTime() + hours * 3_600_000))
  await scoreDossier(later, { ...place, sheets: [{ member: mai, total: 82 }] })
  const sheet = await findSheet(world.db, { ...place, memberId: 'mai', round: 1 })
  return { council, mai, sessionId, first, second, other, sheetId: sheet?.id ?? '' }
}

const given = answersOfTotal(theSet(coffee), 82)

test.each([
  ['Chè Shan tuyết Tà Xùa hộp 100 g', 'Chè Shan tuyết Tà Xùa túi 200 g', true],
  ['Cà phê mật ong Chiềng Cơi', 'CÀ PHÊ phin giấy Chiềng Cơi', true],
  ['Mật ong hoa nhãn', 'Mật ong bạc hà', true],
  ['Mận sấy dẻo Mộc Sơn', 'Xoài sấy dẻo Mộc Sơn', false],
  ['Chè xanh', 'Chè đen', false],
  ['Mật ong', 'Mật ong rừng nguyên chất Tây Bắc', false],
  ['Mật', 'Mật', false],
])('"%s" and "%s" are one product in two variants: %s', (one, other, same) => {
  expect([isSameVariant(one, other), isSameVariant(other, one)]).toEqual([same, same])
})

test('an answer given otherwise is no longer carried; every other mark stays', () => {
  const mark: CarriedMark = { dossierId: 'd', sheetId: 's', product: 'p', at: '' }
  const codes = fc.uniqueArray(fc.constantFrom('1.1', '1.2', '2.1', '2.2'))
  const answers = fc.dictionary(
    fc.constantFrom('1.1', '1.2', '2.1', '2.2'),
    fc.tuple(fc.integer({ min: 1, max: 3 })),
  )
  fc.assert(
    fc.property(codes, answers, (carried, changed) => {
      const before = Object.fromEntries(carried.map((code) => [code, [1]]))
      const kept = stillCarried(Object.fromEntries(carried.map((code) => [code, mark])), before, changed)
      const own = carried.filter((code) => changed[code] && changed[code]?.[0] !== 1)
      expect(Object.keys(kept).sort()).toEqual(carried.filter((code) => !own.includes(code)).sort())
    }),
  )
})

test('the member’s own sheet for the sibling proposes; another’s does not, nor one of another criteria set', async () => {
  const { council, mai, sessionId, first, second, other, sheetId } = await twoCoffees()
  const asked = (dossierId: string, who = mai) => readOwnSheet(world.as(who), { sessionId, dossierId })
  expect((await asked(second)).sibling).toMatchObject({ sheetId, dossierId: first, answers: given })
  expect((await asked(second, council.actor('hoa'))).sibling).toBeUndefined()
  expect((await asked(other)).sibling).toBeUndefined()
  expect((await asked(first)).sibling).toBeUndefined()
})

test('a mark is taken over one criterion at a time, says where it came from, and replaces nothing', async () => {
  const { mai, sessionId, first, second, sheetId } = await twoCoffees()
  const at = { sessionId, dossierId: second }
  const mine = () => findSheet(world.db, { ...at, memberId: 'mai', round: 1 })
  const take = (criterion: string, version: number) =>
    confirmMark(world.as(mai), { ...at, criterion, sheetId, version })
  await take('4.1', 0)
  await take('4.1', 0)
  const kept = await mine()
  expect(kept).toMatchObject({ version: 1, answers: { '4.1': given['4.1'] } })
  expect(Object.keys(kept?.answers ?? {})).toEqual(['4.1'])
  expect(kept?.carried).toEqual({
    '4.1': {
      dossierId: first,
      sheetId,
      product: expect.stringContaining('Cà phê bột'),
      at: expect.any(String),
    },
  })
  const another = given['4.1']?.[0] === 1 ? 2 : 1
  await saveAnswer(world.as(mai), { ...at, criterion: '4.1', options: [another], version: 1 })
  expect((await mine())?.carried).toEqual({})
  await expect(take('4.1', 2)).rejects.toMatchObject({ code: 'councils.answered_already' })
  await expect(take('4.2', 1)).rejects.toMatchObject({ code: 'councils.sheet_changed' })
  await expect(take('99', 2)).rejects.toMatchObject({ code: 'councils.no_proposal' })
  const log = await world.db
    .selectFrom('event')
    .select(['actorId', 'facts'])
    .where('name', '=', 'mark.carried')
    .where('subject', '=', `council_session:${sessionId}`)
    .execute()
  expect(log).toHaveLength(1)
  expect(log[0]?.actorId).toBe('mai')
})

test('nobody takes marks over from a sheet that is not their own', async () => {
  const { council, sessionId, second, sheetId } = await twoCoffees()
  const take = confirmMark(world.as(council.actor('hoa')), {
    ...{ sessionId, dossierId: second, criterion: '4.1', sheetId, version: 0 },
  })
  await expect(take).rejects.toMatchObject({ code: 'councils.no_proposal' })
})

test('the database refuses a carried mark that the other sheet does not bear out', async () => {
  const { mai, sessionId, second, sheetId, first } = await twoCoffees()
  const at = { sessionId, dossierId: second }
  const wrong = given['4.1']?.[0] === 1 ? 2 : 1
  await saveAnswer(world.as(mai), { ...at, criterion: '4.1', options: [wrong], version: 0 })
  const carried = { '4.1': { dossierId: first, sheetId, product: 'x', at: '' } }
  const forge = world.db
    .updateTable('scoreSheet')
    .set({ carried: JSON.stringify(carried) })
    .where('dossierId', '=', second)
    .where('memberId', '=', 'mai')
  await expect(forge.execute()).rejects.toThrow('carried only from a sheet')
})

test('the result says which marks were taken over, from where and by whom', async () => {
  const { council, mai, sessionId, second, sheetId } = await twoCoffees()
  const at = { sessionId, dossierId: second }
  const { '4.1': _, '4.2': __, ...rest } = given
  await confirmMark(world.as(mai), { ...at, criterion: '4.1', sheetId, version: 0 })
  await confirmMark(world.as(mai), { ...at, criterion: '4.2', sheetId, version: 1 })
  const sheets = council.scorers.filter(({ id }) => id !== 'mai').map((member) => ({ member, total: 82 }))
  await scoreDossier(world.office, { ...at, sheets })
  const { version } = await saveSheet(world.as(mai), { ...at, version: 2, answers: rest, notes: {} })
  await handInSheet(world.as(mai), { ...at, version })
  await closeDossier(world.as(council.chair), at)
  const { comparisons } = await readResult(world.as(council.chair), at)
  const carried = comparisons[0]?.members.find(({ memberId }) => memberId === 'mai')?.carried
  expect(Object.keys(carried ?? {}).sort()).toEqual(['4.1', '4.2'])
})
