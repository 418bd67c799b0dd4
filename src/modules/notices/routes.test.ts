import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { newId } from '#platform/ids.ts'
import { type TestApp, testApp } from '#platform/testing/test-app.ts'
import { keptJobs, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { deliverPush } from './deliver-push.ts'
import { countUnread, deleteNotices, insertNotices, type NewNotice } from './notice-store.ts'
import type { NoticeTables } from './notice-tables.ts'
import { listSubscriptions } from './push-store.ts'
import { noticeRoutes } from './routes.tsx'
import { subscribePush } from './subscribe-push.ts'
import { type NoticeWorld, oneDossierForAll, openNoticeWorld, tellingCtx } from './testing.ts'

let database: Database
let db: Kysely<NoticeTables>
let world: NoticeWorld
let app: TestApp
let owner: Actor & { id: string }
let partner: Actor & { id: string }

beforeAll(async () => {
  database = await openTestDb({ damaged: oneDossierForAll })
  db = database.db
  world = await openNoticeWorld(db)
  const holdings = [{ role: 'producer', unitPath: 'vn/14/03868', producerId: world.producerId }]
  owner = { id: world.ids.owner ?? '', name: 'Mai', holdings }
  partner = { id: world.ids.partner ?? '', name: 'Páo', holdings }
  app = testApp(db, noticeRoutes({ pushKey: 'B'.repeat(87) })).as(owner)
})
beforeEach(async () => {
  for (const table of ['notice', 'noticeChoice', 'pushSubscription'] as const)
    await db.deleteFrom(table).execute()
})
afterAll(() => database.close())

const hour = 60 * 60 * 1000

/** Notices of so many hours ago, the newest first; answers their ids in that order. */
async function put(personId: string, hoursAgo: readonly number[]): Promise<string[]> {
  const rows = hoursAgo.map((ago): NewNotice => {
    const causedAt = new Date(testNow.getTime() - ago * hour)
    return {
      ...{ id: newId(causedAt.getTime()), personId, kind: 'dossier', wording: 'dossier_checked' },
      ...{
        subject: `dossier:${world.dossierId}`,
        cause: `event/${newId()}`,
        href: `/dossiers/${world.dossierId}`,
      },
      facts: { product: `Trà ${ago}`, producer: 'HTX', code: 'HS-1' },
      ...{ causedAt, readAt: null, mail: 'none', mailSettledAt: testNow },
    }
  })
  await insertNotices(db, rows)
  return rows.map(({ id }) => id)
}

test('a visitor is sent to sign in, and an empty list says what will stand there', async () => {
  expect((await app.as(nobody).request('/notices')).status).toBe(403)
  expect(await (await app.request('/notices')).text()).toContain('Chưa có thông báo nào')
})

test('what is unread comes first, by days, page by page, and nobody sees another’s', async () => {
  const ids = await put(owner.id, [...Array(35).keys()])
  await put(partner.id, [1])
  await app.request(`/notices/${ids[0]}/read`, {})
  const first = await (await app.request('/notices')).text()
  expect(first).toContain('Hôm nay, 24/11/2026')
  expect(first).toContain('Hôm qua, 23/11/2026')
  expect(first).not.toContain(`href="/notices/${ids[0]}"`)
  const next = /href="(\/notices\?after=[^"]+)"/.exec(first)?.[1] ?? expect.fail()
  const second = await (await app.request(next)).text()
  const shown = [...`${first}${second}`.matchAll(/href="\/notices\/([\w-]{36})"/g)].map(([, id]) => id)
  expect(shown).toEqual([...ids.slice(1), ids[0]])
  expect((await app.as(partner).request(`/notices/${ids[0]}`)).status).toBe(404)
  expect((await app.as(partner).request(`/notices/${ids[1]}/read`, {})).status).toBe(404)
})

test('opening a notice leads to its record and marks it read', async () => {
  const [id] = await put(owner.id, [1])
  const opened = await app.request(`/notices/${id}`)
  expect(opened.headers.get('location')).toBe(`/dossiers/${world.dossierId}`)
  expect(await countUnread(db, owner.id)).toBe(0)
})

test('marking all as read leaves what came after the page was drawn, and other people’s', async () => {
  const [newer, older] = await put(owner.id, [1, 2])
  await put(partner.id, [3])
  expect((await app.request('/notices/read', { upTo: older ?? '' })).status).toBe(303)
  expect(await countUnread(db, owner.id)).toBe(1)
  await app.request('/notices/read', { upTo: newer ?? '' })
  expect(await countUnread(db, owner.id)).toBe(0)
  expect(await countUnread(db, partner.id)).toBe(1)
})

test('the number at the bell is counted no further than a hundred', async () => {
  await put(owner.id, [...Array(120).keys()])
  expect(await countUnread(db, owner.id)).toBe(100)
})

test('the settings keep a choice for each kind that one can get, and come back for one that is missing', async () => {
  const page = await (await app.request('/notices/settings')).text()
  expect(page).toContain('owner@saolang.example')
  expect(page).not.toContain('name="import"')
  const choices = { deadline: 'digest', dossier: 'none', decision: 'now', paper: 'now', account: 'now' }
  const { account: _, ...lacking } = choices
  const faulty = await app.request('/notices/settings', lacking)
  expect(faulty.status).toBe(422)
  expect(await faulty.text()).toMatch(
    /value="none"[^>]*name="dossier"[^>]*checked|checked[^>]*value="none"[^>]*name="dossier"/,
  )
  expect((await app.request('/notices/settings', choices)).status).toBe(303)
  expect(await db.selectFrom('noticeChoice').select(['kind', 'mail']).orderBy('kind').execute()).toEqual(
    Object.entries(choices)
      .map(([kind, mail]) => ({ kind, mail }))
      .sort((a, b) => a.kind.localeCompare(b.kind)),
  )
})

test('a device is shown what is unread, and forgotten when it is gone', async () => {
  const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }
  const subscription = { endpoint: 'https://fcm.googleapis.com/fcm/send/a', keys }
  const ctx = { ...tellingCtx(db, testNow, keptJobs()), actor: owner }
  await subscribePush(ctx, { subscription, device: 'Firefox, Linux' })
  await subscribePush(ctx, { subscription, device: 'Firefox, Linux' })
  const [device] = await listSubscriptions(db, [owner.id])
  const job = { noticeId: (await put(owner.id, [1]))[0] ?? '', subscriptionId: device?.id ?? '' }
  const shown: string[] = []
  const answering = (outcome: 'delivered' | 'gone') => ({
    deliver: async (_: unknown, { title }: { title: string }) => {
      shown.push(title)
      return outcome
    },
  })
  await deliverPush(tellingCtx(db), answering('delivered'), job)
  expect(shown).toEqual(['Tỉnh đã kiểm tra hồ sơ: Trà 1'])
  await deliverPush(tellingCtx(db), answering('gone'), job)
  expect(await listSubscriptions(db, [owner.id])).toEqual([])
  await deliverPush(tellingCtx(db), answering('delivered'), job)
  expect(shown).toHaveLength(2)
})

test.each([
  { endpoint: 'https://127.0.0.1/a', keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } },
  { endpoint: 'https://fcm.googleapis.com/a', keys: { p256dh: '', auth: '' } },
  {},
  null,
])('refuses a subscription such as %j', async (subscription) => {
  const work = subscribePush({ ...tellingCtx(db), actor: owner }, { subscription, device: 'x' })
  await expect(work).rejects.toMatchObject({ code: 'notices.subscription_wrong' })
})

test('one’s own devices are taken off, nobody else’s', async () => {
  const id = newId()
  const keys = { p256dh: 'x', auth: 'y', device: 'Chrome', addedAt: testNow }
  await db
    .insertInto('pushSubscription')
    .values({ id, personId: owner.id, endpoint: 'https://push.example/b', ...keys })
    .execute()
  await app.as(partner).request(`/notices/devices/${id}/removal`, {})
  expect(await listSubscriptions(db, [owner.id])).toHaveLength(1)
  expect(await (await app.request('/notices/settings')).text()).toContain('Chrome')
  await app.request(`/notices/devices/${id}/removal`, {})
  expect(await listSubscriptions(db, [owner.id])).toEqual([])
})

test('notices of more than a year ago are deleted', async () => {
  await put(owner.id, [1, 9000])
  expect(await deleteNotices(db, new Date(testNow.getTime() - 365 * 24 * hour))).toBe(1)
})
