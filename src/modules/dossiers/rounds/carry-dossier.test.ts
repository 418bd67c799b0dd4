import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listEvents } from '#platform/events/event-store.ts'
import { newId } from '#platform/ids.ts'
import { takeStep } from '../take-step.ts'
import { type SmallWorld, smallWorld } from '../testing/small-world.ts'
import { morningOf, openTestDesk, strangers, type TestDesk } from '../testing/test-desk.ts'
import { addExtraRound } from './add-extra-round.ts'
import { carryDossier } from './carry-dossier.ts'
import { readCarryLetter } from './carry-letter.ts'
import { listCarries } from './carry-store.ts'
import { listRoundViews, readRound } from './read-rounds.ts'
import { findRound, listRounds } from './round-store.ts'
import { askSiteCheck, liftSiteCheck } from './site-check.ts'

let desk: TestDesk
let world: SmallWorld

beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(async () => {
  world = await smallWorld(desk.ctx)
})

const inTime = {
  at: { draft: morningOf('2026-10-01'), proposed: morningOf('2026-10-29') },
} as const
const filedInTime = (upTo: 'proposed' | 'checked' | 'returned_by_province') => {
  const early = { draft: morningOf('2026-10-01'), submitted: morningOf('2026-10-02') }
  return desk.filed(world, upTo, { at: { ...early, received: morningOf('2026-10-05'), ...inTime.at } })
}
const roundOf = async (id: string | null) => {
  const round = id ? await findRound(desk.db, id) : undefined
  return round && `${round.kind} ${round.number}/${round.year}`
}
const why = 'Chờ kết quả kiểm nghiệm lại'

describe('a proposal', () => {
  test('falls into the round of its day: before the cut-off, not on it', async () => {
    const early = await filedInTime('proposed')
    expect(early).toMatchObject({ proposedOn: '2026-10-29', completeOn: '2026-10-29' })
    expect(await roundOf(early.roundId)).toBe('law 2/2026')
    world = await smallWorld(desk.ctx)
    const onTheDay = await desk.filed(world, 'proposed', { at: { proposed: morningOf('2026-10-30') } })
    expect(await roundOf(onTheDay.roundId)).toBe('law 1/2027')
  })

  test('keeps its round when it is returned; the whole proposal is there again when it comes back', async () => {
    const returned = await filedInTime('returned_by_province')
    expect(returned.completeOn).toBeNull()
    expect(await roundOf(returned.roundId)).toBe('law 2/2026')
  })

  test('two at once make each round once', async () => {
    const other = await smallWorld(desk.ctx)
    await Promise.all([desk.filed(world, 'proposed'), desk.filed(other, 'proposed')])
    const names = (await listRounds(desk.db, 'vn/14')).map(
      ({ kind, number, year }) => `${kind} ${number}/${year}`,
    )
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('carrying', () => {
  test('what came too late is told so by a numbered letter, once', async () => {
    const { id: dossierId, roundId } = await desk.filed(world, 'proposed')
    const hoa = desk.as(world.hoa)
    const { carryId, letterNumber } = await carryDossier(hoa, { dossierId, note: '' })
    expect(letterNumber).toMatch(/^\d{2,}\/CV-OCOP$/)
    expect((await desk.found(dossierId)).roundId).toBe(roundId)
    expect((await listEvents(desk.db, `dossier:${dossierId}`)).at(-1)).toMatchObject({
      name: 'dossier.carried',
      facts: { reason: 'late', letterNumber, year: '2027', number: 1, kind: 'law' },
    })
    const letter = await readCarryLetter(desk.as(world.lan), { dossierId, carryId })
    expect(JSON.stringify(letter)).toContain(
      'đợt 2 năm 2026 đánh giá hồ sơ được đề nghị trước ngày 30/10/2026',
    )
    expect(JSON.stringify(letter)).toContain('đợt 1 năm 2027')
  })

  test('what cannot be finished goes to the next round, with its reason', async () => {
    const { id: dossierId } = await filedInTime('checked')
    const hoa = desk.as(world.hoa)
    await expect(carryDossier(hoa, { dossierId, note: ' ' })).rejects.toMatchObject({
      code: 'rounds.reason_missing',
    })
    await carryDossier(hoa, { dossierId, note: why })
    expect(await roundOf((await desk.found(dossierId)).roundId)).toBe('law 1/2027')
    expect(await listCarries(desk.db, dossierId)).toMatchObject([{ reason: 'unfinished', note: why }])
  })

  test('two officers at once write one letter', async () => {
    const { id: dossierId, version } = await filedInTime('proposed')
    const hoa = desk.as(world.hoa)
    const both = await Promise.allSettled([
      carryDossier(hoa, { dossierId, note: why, version }),
      carryDossier(hoa, { dossierId, note: why, version }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listCarries(desk.db, dossierId)).toHaveLength(1)
  })

  test('what a session has is not carried', async () => {
    const { id: dossierId } = await filedInTime('checked')
    await takeStep(desk.ctx, { dossierId, step: 'place', facts: { sessionId: 's' } })
    await expect(carryDossier(desk.as(world.hoa), { dossierId, note: why })).rejects.toMatchObject({
      code: 'rounds.past_carrying',
    })
    await takeStep(desk.ctx, { dossierId, step: 'release' })
  })

  test('is the province’s: the commune and the producer may not, and strangers see nothing', async () => {
    const { id: dossierId } = await filedInTime('proposed')
    for (const actor of [world.lan, world.mai])
      await expect(carryDossier(desk.as(actor), { dossierId, note: why })).rejects.toMatchObject({
        kind: 'forbidden',
      })
    for (const actor of strangers)
      await expect(carryDossier(desk.as(actor), { dossierId, note: why })).rejects.toMatchObject({
        kind: 'not_found',
      })
  })
})

describe('an extra round', () => {
  const plan = {
    provincePath: 'vn/14',
    planNumber: '185/KH-UBND',
    plannedOn: '2026-11-20',
    proposalsBefore: '2026-12-10',
    doneBefore: '2027-01-20',
  }

  test('takes a late dossier before the law’s next', async () => {
    const { id: dossierId } = await desk.filed(world, 'proposed')
    const hoa = desk.as(world.hoa)
    const { id } = await addExtraRound(hoa, plan)
    await carryDossier(hoa, { dossierId, toRoundId: id, note: '' })
    expect(await roundOf((await desk.found(dossierId)).roundId)).toMatch(/^extra \d+\/2027$/)
    expect(await readRound(hoa, id)).toMatchObject({ phase: 'open', lastDay: '2026-12-09', daysLeft: 15 })
  })

  test('is added by its province only', async () => {
    for (const actor of [world.lan, world.mai, ...strangers])
      await expect(addExtraRound(desk.as(actor), plan)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

test('a board counts what its reader may see, and nobody sees the rounds of another province', async () => {
  await filedInTime('proposed')
  const mine = await listRoundViews(desk.as(world.hoa))
  expect(mine.length).toBeGreaterThan(0)
  const [round] = mine
  if (!round) return
  expect(round.counts.proposed).toBeGreaterThan(0)
  const nextDoor = strangers[0]
  if (!nextDoor) return
  expect((await readRound(desk.as(nextDoor), round.id)).counts.all).toBe(0)
  const elsewhere = strangers[1]
  if (!elsewhere) return
  await expect(readRound(desk.as(elsewhere), round.id)).rejects.toMatchObject({ kind: 'not_found' })
})

describe('a check on site', () => {
  const ask = { reason: 'evidence_unclear', note: 'Xem vùng nguyên liệu' } as const

  test('is for reassessments only', async () => {
    const { id: dossierId } = await desk.filed(world, 'proposed')
    await expect(askSiteCheck(desk.as(world.hoa), { dossierId, ...ask })).rejects.toMatchObject({
      code: 'rounds.no_site_check_here',
    })
  })

  test('is asked for once, and taken back', async () => {
    const { id: dossierId } = await openReassessment()
    const hoa = desk.as(world.hoa)
    await askSiteCheck(hoa, { dossierId, ...ask })
    await expect(askSiteCheck(hoa, { dossierId, ...ask })).rejects.toMatchObject({
      code: 'rounds.site_check_there',
    })
    await liftSiteCheck(hoa, { dossierId })
    await expect(liftSiteCheck(hoa, { dossierId })).rejects.toMatchObject({ code: 'rounds.no_site_check' })
    await expect(askSiteCheck(desk.as(world.lan), { dossierId, ...ask })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect((await desk.eventsOf(dossierId)).slice(-2)).toEqual([
      'dossier.site_check_asked',
      'dossier.site_check_lifted',
    ])
  })
})

/** A reassessment before the province. */
function openReassessment() {
  const basis = { certificateId: newId(), dossierId: null }
  return desk.filed(world, 'proposed', { kind: 'reassessment', basis })
}
