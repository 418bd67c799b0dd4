import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultRules } from '#modules/regulation/index.ts'
import type { Actor } from '#platform/ctx.ts'
import { testApp } from '#platform/testing/test-app.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { declareConflicts } from '../conflicts/declare-conflicts.ts'
import { openSession } from '../open-session.ts'
import { planSession } from '../plan-session.ts'
import { routes } from '../routes.tsx'
import { listAgenda } from '../session-store.ts'
import {
  type CouncilWorld,
  coffee,
  officer,
  openCouncilWorld,
  stopsAtZero,
} from '../testing/council-world.ts'
import { arrangeAgenda } from './arrange-agenda.ts'

let world: CouncilWorld
const place = { name: 'Phiên', heldOn: '2026-11-24', place: 'Sơn La' }

beforeAll(async () => {
  world = await openCouncilWorld()
})
afterAll(() => world.close())

const orderOf = async (sessionId: string) =>
  (await listAgenda(world.db, sessionId)).map(({ dossierId }) => dossierId)
const post = async (actor: Actor, path: string, form: Record<string, string | string[]>) => {
  const answer = await testApp(world.db, routes, { actor }).request(path, form)
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}

async function planned() {
  const council = await world.council()
  const dossierIds = [
    await world.checkedDossier(stopsAtZero),
    await world.checkedDossier(coffee),
    await world.checkedDossier(coffee),
  ]
  const { sessionId } = await planSession(world.office, {
    councilId: council.councilId,
    ...place,
    dossierIds,
  })
  return { council, sessionId, dossierIds }
}

test('the agenda is renumbered, by the office and by those who keep the minutes, until the session opens', async () => {
  const { council, sessionId, dossierIds } = await planned()
  const [a = '', b = '', c = ''] = dossierIds
  await arrangeAgenda(world.office, { sessionId, dossierIds: [c, a, b] })
  expect(await orderOf(sessionId)).toEqual([c, a, b])
  await arrangeAgenda(world.as(council.secretary), { sessionId, dossierIds: [b, c, a] })
  expect(await orderOf(sessionId)).toEqual([b, c, a])
  for (const [actor, code] of [
    [council.actor('mai'), 'councils.not_the_office'],
    [actorWith('province_officer', 'vn/10'), 'councils.session_unknown'],
  ] as const)
    await expect(arrangeAgenda(world.as(actor), { sessionId, dossierIds })).rejects.toMatchObject({ code })
  for (const wrong of [[a, b], [a, b, b], [a, b, sessionId], []])
    await expect(arrangeAgenda(world.office, { sessionId, dossierIds: wrong })).rejects.toMatchObject({
      code: 'councils.agenda_not_whole',
    })
  await openSession(world.as(council.chair), { sessionId })
  await expect(arrangeAgenda(world.office, { sessionId, dossierIds })).rejects.toMatchObject({
    code: 'councils.session_opened_already',
  })
  expect(await orderOf(sessionId)).toEqual([b, c, a])
})

test('by form: the proposed order is by product set and by who leaves the room', async () => {
  const { council, sessionId, dossierIds } = await planned()
  const [bottled = '', first = '', second = ''] = dossierIds
  const tie = { dossierId: second, relation: 'family' as const, note: '' }
  await declareConflicts(world.as(council.actor('mai')), {
    sessionId,
    seen: dossierIds,
    ties: [tie, { ...tie, dossierId: bottled }],
    noneElse: true,
  })
  const done = await post(council.secretary, `/sessions/${sessionId}/agenda`, { do: 'propose' })
  expect(done).toMatchObject({ status: 303, to: `/sessions/${sessionId}/agenda` })
  expect(await orderOf(sessionId)).toEqual([first, second, bottled])
  const typed = { [`order:${first}`]: '7', [`order:${second}`]: '', [`order:${bottled}`]: '1', do: 'save' }
  const refused = await post(council.secretary, `/sessions/${sessionId}/agenda`, typed)
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('value="7"')
})

test('planning takes single dossiers and whole groups, numbered ones first, and warns above the capacity', async () => {
  const council = await world.council({ rules: { ...defaultRules, dailyCapacity: 2 } })
  const ids = [await world.checkedDossier(coffee), await world.checkedDossier(coffee)]
  const last = await world.checkedDossier(stopsAtZero)
  const [a = '', b = ''] = ids
  const form = {
    ...place,
    group: coffee,
    pick: last,
    [`in:${a}`]: coffee,
    [`in:${b}`]: coffee,
    [`in:${last}`]: stopsAtZero,
    [`order:${last}`]: '1',
  }
  const path = `/councils/${council.councilId}`
  const page = await (await testApp(world.db, routes, { actor: officer }).request(path)).text()
  expect(page).toContain(`name="group" value="${coffee}"`)
  const wrong = await post(officer, `${path}/sessions`, { ...form, until: '2026-11-23' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Ngày kết thúc trước ngày bắt đầu')
  expect(wrong.html).toMatch(
    new RegExp(`name="pick"[^>]*value="${last}"[^>]*checked|checked[^>]*value="${last}"`),
  )
  const done = await post(officer, `${path}/sessions`, form)
  const sessionId = done.to.replace('/sessions/', '')
  expect(await orderOf(sessionId)).toEqual([last, a, b])
  const agenda = await (
    await testApp(world.db, routes, { actor: officer }).request(`${done.to}/agenda`)
  ).text()
  expect(agenda).toContain('vượt mức 2 sản phẩm')
})
