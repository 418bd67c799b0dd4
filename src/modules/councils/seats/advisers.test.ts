import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { councilDepartmentsOn, defaultRules } from '#modules/regulation/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { smallPdf } from '#platform/files/testing/small-files.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { testFiles } from '#platform/testing/test-files.ts'
import { addMember } from '../add-member.ts'
import { declareConflicts } from '../conflicts/declare-conflicts.ts'
import { findCouncil } from '../council-store.ts'
import { missingDepartments } from '../missing-departments.ts'
import { listOpinions } from '../opinions/opinion-store.ts'
import { writeOpinion } from '../opinions/write-opinion.ts'
import { proposeKnockOut } from '../propose-knock-out.ts'
import { readDossierRoom } from '../read-dossier-room.ts'
import { readOwnSheet } from '../read-own-sheet.ts'
import { recordRegulation } from '../regulation/record-regulation.ts'
import { type NewCouncil, setUpCouncil } from '../set-up-council.ts'
import { type CouncilWorld, officer, openCouncilWorld } from '../testing/council-world.ts'
import { buildCouncil, byDecision } from '../testing.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const expert: Actor = { id: 'expert', name: 'Chuyên gia', holdings: [] }

describe('who is invited to advise', () => {
  const invited = { personId: 'expert', position: 'invited' as const, organisation: 'Hiệp hội Cà phê' }

  async function advised() {
    const scoring = await world.scoring()
    const { councilId } = scoring.council
    await addMember(world.office, { councilId, ...invited, scores: true, decision: byDecision() })
    return scoring
  }

  test('reads the dossier once they have declared, writes an opinion, and neither scores nor counts', async () => {
    const { council, at, sessionId, dossierId } = await advised()
    const ctx = world.as(expert)
    await expect(readDossierRoom(ctx, at)).rejects.toMatchObject({ code: 'conflicts.declare_first' })
    await declareConflicts(ctx, { sessionId, seen: [dossierId], ties: [], noneElse: true })
    await writeOpinion(ctx, { ...at, words: ' Hương vị đặc trưng. ' })
    expect(await listOpinions(world.db, at)).toMatchObject([
      { personId: 'expert', words: 'Hương vị đặc trưng.' },
    ])
    await expect(readOwnSheet(ctx, at)).rejects.toMatchObject({ code: 'councils.does_not_score' })
    const knockOut = proposeKnockOut(ctx, { ...at, key: '4.1', reason: 'x' })
    await expect(knockOut).rejects.toMatchObject({ code: 'councils.not_a_member' })
    const { line } = await readDossierRoom(world.as(council.chair), at)
    expect(line.standing).toMatchObject({ needed: 5, awaited: { length: 6 } })
  })

  test.each([
    ['a member', (actor: (id: string) => Actor) => actor('mai'), 'x', 'councils.not_an_adviser'],
    ['the office', () => officer, 'x', 'councils.not_an_adviser'],
    ['an adviser without words', () => expert, ' ', 'councils.opinion_missing'],
    ['an adviser with too many words', () => expert, 'x'.repeat(5001), 'councils.opinion_too_long'],
    ['a stranger', () => actorWith('member', 'vn/10'), 'x', 'councils.session_unknown'],
  ])('an opinion of %s is refused', async (_, who, words, code) => {
    const { council, at, sessionId, dossierId } = await advised()
    await declareConflicts(world.as(expert), { sessionId, seen: [dossierId], ties: [], noneElse: true })
    await expect(writeOpinion(world.as(who(council.actor)), { ...at, words })).rejects.toMatchObject({ code })
  })

  test('has no vote in the database either', async () => {
    const { council } = await advised()
    const vote = world.db
      .updateTable('councilMember')
      .set({ scores: true })
      .where('councilId', '=', council.councilId)
      .where('personId', '=', 'expert')
    await expect(vote.execute()).rejects.toThrow('advisers_do_not_score')
  })
})

describe('the bodies that the law seats', () => {
  test('are those of the day and the level', () => {
    expect(councilDepartmentsOn('2026-11-24', 'province').map(({ key }) => key)).toContain('food_safety')
    expect(councilDepartmentsOn('2026-11-24', 'centre').every(({ article }) => article === '7.4b')).toBe(true)
    expect(councilDepartmentsOn('2024-01-01', 'province')).toEqual([])
  })

  test('are missed where nobody sits from them; who only advises fills no seat', () => {
    const at = { unitPath: 'vn/14', decidedOn: '2026-11-24' }
    const missing = (seats: Parameters<typeof missingDepartments>[0]['seats']) =>
      missingDepartments({ ...at, seats }).map(({ key }) => key)
    expect(missing([])).toHaveLength(9)
    expect(missing([{ position: 'member', department: 'health' }])).not.toContain('health')
    expect(missing([{ position: 'invited', department: 'health' }])).toContain('health')
  })

  const council: NewCouncil = {
    unitPath: 'vn/14',
    name: 'Hội đồng',
    decisionNumber: '700/QĐ-UBND',
    decidedOn: '2026-11-02',
    signer: 'Chủ tịch',
    rules: defaultRules,
    members: (['chair', 'member', 'member', 'secretary'] as const).map((position, place) => ({
      personId: `p${place}`,
      position,
      organisation: 'Sở',
      department: place === 1 ? 'health' : null,
      scores: true,
    })),
  }

  test('stand on the seat, which names no other', async () => {
    const { councilId } = await setUpCouncil(world.office, council)
    expect((await findCouncil(world.db, councilId))?.seats.map(({ department }) => department)).toContain(
      'health',
    )
    const [first, ...others] = council.members
    if (!first) throw new Error('no member')
    const odd = {
      ...council,
      decisionNumber: '701/QĐ-UBND',
      members: [{ ...first, department: 'x' }, ...others],
    }
    await expect(setUpCouncil(world.office, odd)).rejects.toMatchObject({
      facts: { faults: [{ field: 'members', fault: 'department_unknown' }] },
    })
  })

  test('advisers do not make up the three who score', async () => {
    const members = council.members.map((member, place) =>
      place === 2 ? { ...member, position: 'advisory' as const } : { ...member, scores: place < 2 },
    )
    const thin = { ...council, decisionNumber: '702/QĐ-UBND', members }
    await expect(setUpCouncil(world.office, thin)).rejects.toMatchObject({
      facts: { faults: [{ field: 'members', fault: 'too_few' }] },
    })
  })
})

describe('the regulation', () => {
  const regulation = { number: '1999/QĐ-UBND', decidedOn: '2026-10-01', signer: 'Chủ tịch' }

  test('is recorded with its file, and stays once a session has opened', async () => {
    const { councilId } = await buildCouncil(world.office, { decisionNumber: '710/QĐ-UBND' })
    const files = await testFiles()
    await recordRegulation(world.office, files, { councilId, regulation, upload: null })
    const scoring = await world.scoring()
    const opened = { councilId: scoring.council.councilId, regulation }
    const upload = { name: 'quy-che.pdf', bytes: smallPdf({ objects: '% quy che' }) }
    await recordRegulation(world.office, files, { ...opened, upload: null })
    await recordRegulation(world.office, files, { ...opened, upload })
    const kept = await findCouncil(world.db, opened.councilId)
    expect(kept).toMatchObject({ regulationNumber: '1999/QĐ-UBND', regulationOn: '2026-10-01' })
    expect(kept?.regulationFileId).not.toBeNull()
    for (const change of [{ ...regulation, number: '2/QĐ' }, regulation])
      await expect(
        recordRegulation(world.office, files, { ...opened, regulation: change, upload: null }),
      ).rejects.toMatchObject({ code: 'councils.rules_stay' })
  })

  test.each([
    ['no number', { number: ' ' }, 'seats.decision_incomplete'],
    ['a day to come', { decidedOn: '2026-12-01' }, 'seats.decision_to_come'],
  ])('is refused with %s', async (_, change, code) => {
    const { councilId } = await world.council()
    const input = { councilId, regulation: { ...regulation, ...change }, upload: null }
    await expect(recordRegulation(world.office, await testFiles(), input)).rejects.toMatchObject({ code })
    const chair = world.as(actorWith('auditor', 'vn/14'))
    await expect(recordRegulation(chair, await testFiles(), input)).rejects.toMatchObject({
      code: 'councils.not_the_office',
    })
  })
})
