import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultRules } from '#modules/regulation/index.ts'
import { nobody } from '#platform/ctx.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { addMember } from './add-member.ts'
import { changeCouncilRules } from './change-council-rules.ts'
import { findCouncil } from './council-store.ts'
import { openSession } from './open-session.ts'
import { planSession } from './plan-session.ts'
import { releaseMember } from './release-member.ts'
import { type NewCouncil, setUpCouncil } from './set-up-council.ts'
import { type CouncilWorld, officer, openCouncilWorld } from './testing/council-world.ts'

import { byDecision } from './testing.ts'

let world: CouncilWorld

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const seat = (personId: string, position: NewCouncil['members'][number]['position'], scores = true) => {
  return { personId, position, organisation: 'Sở Công Thương', scores }
}
const members = [seat('a', 'chair'), seat('b', 'member'), seat('c', 'member'), seat('d', 'secretary', false)]
const council: NewCouncil = {
  unitPath: 'vn/14',
  name: 'Hội đồng OCOP tỉnh Sơn La',
  decisionNumber: '77/QĐ-UBND',
  decidedOn: '2026-11-02',
  signer: 'Chủ tịch UBND tỉnh',
  members,
  rules: defaultRules,
}

test('a council keeps its decision, its members and its rules, and says who set it up', async () => {
  const { councilId } = await setUpCouncil(world.office, council)
  const kept = await findCouncil(world.db, councilId)
  expect(kept).toMatchObject({
    level: 'province',
    decidedOn: '2026-11-02',
    rules: defaultRules,
    isDemo: false,
  })
  expect(kept?.seats.map(({ personId, scores }) => [personId, scores])).toEqual([
    ['a', true],
    ['b', true],
    ['c', true],
    ['d', false],
  ])
  const [event] = await listEvents(world.db as never, `council:${councilId}`)
  expect(event).toMatchObject({ name: 'council.set_up', actorId: 'officer' })
})

test('one decision sets up one council', async () => {
  const again = setUpCouncil(world.office, { ...council, decisionNumber: '77/QĐ-UBND' })
  await expect(again).rejects.toMatchObject({ code: 'councils.decision_used' })
})

test.each([
  ['nobody', nobody],
  ['the office of another province', actorWith('province_officer', 'vn/11')],
  ['a commune officer', actorWith('commune_officer', 'vn/14/03868')],
  ['an auditor', actorWith('auditor', 'vn/14')],
  ['a council chair', actorWith('chair', 'vn/14')],
  ['the leader who signs', actorWith('leader', 'vn/14')],
])('refuses to set up a council for %s', async (_, actor) => {
  await expect(setUpCouncil(world.as(actor), council)).rejects.toMatchObject({
    code: 'councils.not_the_office',
  })
})

test.each<[string, Partial<NewCouncil>, string, string]>([
  ['no name', { name: ' ' }, 'name', 'missing'],
  ['no decision', { decisionNumber: '' }, 'decisionNumber', 'missing'],
  ['a decision of tomorrow', { decidedOn: '2026-11-25' }, 'decidedOn', 'in_the_future'],
  ['a commune', { unitPath: 'vn/14/03868' }, 'unitPath', 'not_a_province'],
  ['no chair', { members: members.slice(1) }, 'members', 'one_chair'],
  ['two chairs', { members: [...members, seat('e', 'chair')] }, 'members', 'one_chair'],
  ['no secretary', { members: members.slice(0, 3) }, 'members', 'no_secretary'],
  ['two who score', { members: members.filter(({ personId }) => personId !== 'c') }, 'members', 'too_few'],
  ['a person twice', { members: [...members, seat('b', 'vice_chair')] }, 'members', 'twice'],
])('refuses a council with %s', async (_, change, field, fault) => {
  const refused = setUpCouncil(
    world.as({ ...officer, holdings: [{ ...officer.holdings[0], unitPath: 'vn/14' } as never] }),
    {
      ...council,
      decisionNumber: '78/QĐ-UBND',
      ...change,
    },
  )
  await expect(refused).rejects.toMatchObject({
    code: 'councils.council_incomplete',
    facts: { faults: expect.arrayContaining([{ field, fault }]) },
  })
})

test('the rules change until the first session opens, then never, whoever tries', async () => {
  const { councilId, secretary } = await world.council()
  const rules = { ...defaultRules, maxDeviation: 8 }
  await changeCouncilRules(world.office, { councilId, rules })
  const dossierIds = [await world.checkedDossier()]
  const session = { councilId, name: 'Phiên 1', heldOn: '2026-11-24', place: 'Sơn La', dossierIds }
  const { sessionId } = await planSession(world.office, session)
  await changeCouncilRules(world.office, { councilId, rules: { ...rules, quorum: 80 } })
  await openSession(world.as(secretary), { sessionId })

  const late = changeCouncilRules(world.office, { councilId, rules: defaultRules })
  await expect(late).rejects.toMatchObject({ code: 'councils.rules_stay' })
  const past = world.db
    .updateTable('council')
    .set({ rules: JSON.stringify(defaultRules) })
    .where('id', '=', councilId)
  await expect(past.execute()).rejects.toThrow('rules of a council stay')
  expect((await findCouncil(world.db, councilId))?.rules).toMatchObject({ maxDeviation: 8, quorum: 80 })
})

test('a member is replaced: one leaves with a reason, another is seated, and may come back', async () => {
  const { councilId } = await world.council()
  await releaseMember(world.office, { councilId, personId: 'hoa', decision: byDecision() })
  await addMember(world.office, { councilId, ...seat('minh', 'member'), decision: byDecision() })
  await expect(
    addMember(world.office, { councilId, ...seat('minh', 'member'), decision: byDecision() }),
  ).rejects.toMatchObject({
    code: 'councils.sits_already',
  })
  await addMember(world.office, { councilId, ...seat('hoa', 'member'), decision: byDecision() })
  const seats = (await findCouncil(world.db, councilId))?.seats ?? []
  expect(seats.filter(({ leftOn }) => leftOn === null)).toHaveLength(8)
})

test('there is one chair at a time', async () => {
  const { councilId } = await world.council()
  const second = addMember(world.office, { councilId, ...seat('minh', 'chair'), decision: byDecision() })
  await expect(second).rejects.toMatchObject({ code: 'councils.position_taken' })
  const row = { councilId, ...seat('minh', 'chair'), joinedOn: '2026-11-24', leftOn: null }
  await expect(world.db.insertInto('councilMember').values(row).execute()).rejects.toThrow(
    'council_has_one_chair',
  )
})

test.each([
  ['a stranger', actorWith('province_officer', 'vn/11'), 'councils.council_unknown'],
  ['an auditor', actorWith('auditor', 'vn/14'), 'councils.not_the_office'],
  ['a member', actorWith('member', 'vn/14', { id: 'hoa' }), 'councils.not_the_office'],
])('refuses %s to change members or rules', async (_, actor, code) => {
  const { councilId } = await world.council()
  const ctx = world.as(actor)
  await expect(changeCouncilRules(ctx, { councilId, rules: defaultRules })).rejects.toMatchObject({ code })
  await expect(
    addMember(ctx, { councilId, ...seat('x', 'member'), decision: byDecision() }),
  ).rejects.toMatchObject({ code })
  await expect(
    releaseMember(ctx, { councilId, personId: 'mai', decision: byDecision() }),
  ).rejects.toMatchObject({
    code,
  })
})
