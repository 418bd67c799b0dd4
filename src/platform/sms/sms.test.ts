import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { keptJobs, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { deliverSms, smsRetries } from './deliver-sms.ts'
import { gsmText, shortened } from './gsm-text.ts'
import { mobileNumber } from './mobile-number.ts'
import { findSms, forgetSms, type SmsTables } from './outbox-store.ts'
import { sendSms } from './send-sms.ts'
import { openSmsTransport, type SmsTransport } from './sms-transport.ts'
import { openSmallSmsGateway, type SmallSmsGateway } from './testing/small-sms-gateway.ts'

let database: Database
let db: Kysely<SmsTables>
let gateway: SmallSmsGateway
let transport: SmsTransport | null

beforeAll(async () => {
  database = await openTestDb()
  db = database.db
  gateway = await openSmallSmsGateway()
  transport = openSmsTransport({ url: gateway.url, token: 'bi-mat', sender: 'OCOP' })
})
beforeEach(async () => {
  await db.deleteFrom('outboxSms').execute()
  gateway.received.length = 0
})
afterAll(async () => {
  gateway.close()
  await database.close()
})

const sms = { to: '0912 345 678', text: 'Xã đã nhận hồ sơ “Chè Đỏ”', cause: 'event/1' }
const later = new Date(testNow.getTime() + 6 * 60 * 1000)
const sent = async (more: Partial<typeof sms> = {}) =>
  (await sendSms(testCtx(db), { ...sms, ...more }))?.id ?? ''

test('a message is queued with its change, once for its cause, and goes to the gateway without marks', async () => {
  const jobs = keptJobs()
  const queued = await sendSms(testCtx(db, { jobs }), sms)
  expect(jobs.queued).toEqual([{ name: 'sms.deliver', data: { id: queued?.id } }])
  expect(await sendSms(testCtx(db), sms)).toBeNull()
  await deliverSms(db, transport, queued?.id ?? '', testNow)
  await deliverSms(db, transport, queued?.id ?? '', later)
  const body = { id: queued?.id, from: 'OCOP', to: '84912345678', text: 'Xa da nhan ho so "Che Do"' }
  expect(gateway.received).toEqual([{ authorization: 'Bearer bi-mat', body }])
  expect(await findSms(db, queued?.id ?? '')).toMatchObject({ deliveredAt: testNow, lastError: null })
})

test('a message of a change that is rolled back never was', async () => {
  const failing = inTransaction(testCtx(db), async (ctx) => {
    await sendSms(ctx, sms)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await db.selectFrom('outboxSms').selectAll().execute()).toEqual([])
})

test('two workers do not deliver the same message at once', async () => {
  const id = await sent()
  await Promise.all([deliverSms(db, transport, id, testNow), deliverSms(db, transport, id, testNow)])
  expect(gateway.received).toHaveLength(1)
})

test('what the gateway refuses is given up; what it cannot take now is tried again, and not for ever', async () => {
  const refused = await sent({ to: '0912345400', cause: 'event/2' })
  await deliverSms(db, transport, refused, testNow)
  expect(await findSms(db, refused)).toMatchObject({
    givenUpAt: testNow,
    lastError: expect.stringContaining('400'),
  })
  const waits = await sent({ to: '0912345503', cause: 'event/3' })
  for (let tries = 0; tries < smsRetries; tries += 1)
    await expect(deliverSms(db, transport, waits, testNow)).rejects.toThrow('503')
  expect((await findSms(db, waits))?.givenUpAt).toBeNull()
  await deliverSms(db, transport, waits, testNow)
  expect((await findSms(db, waits))?.givenUpAt).toEqual(testNow)
})

test('a gateway that cannot be reached is tried again', async () => {
  const nowhere = openSmsTransport({ url: 'http://127.0.0.1:1/', token: 'x', sender: 'OCOP' })
  const id = await sent()
  await expect(deliverSms(db, nowhere, id, testNow)).rejects.toThrow('not delivered')
})

test('without settings nothing is sent', async () => {
  expect(openSmsTransport(null)).toBeNull()
  const id = await sent()
  await deliverSms(db, null, id, testNow)
  expect(await findSms(db, id)).toMatchObject({ attempts: 0, deliveredAt: null })
})

test('old messages are forgotten', async () => {
  await sent()
  expect(await forgetSms(db, testNow)).toBe(0)
  expect(await forgetSms(db, later)).toBe(1)
})

test.each([
  ['0912 345 678', '84912345678'],
  ['+84 912.345.678', '84912345678'],
  ['84912345678', '84912345678'],
  ['0212 385 2026', null],
  ['113', null],
  ['', null],
])('the number "%s" is %s', (typed, number) => {
  expect(mobileNumber(typed)).toBe(number)
})

test('a text is cut at a word and never longer than one message', () => {
  const long = gsmText('Hồ sơ '.repeat(60))
  expect([long.length <= 160, long.endsWith('so...') || long.endsWith('Ho...')]).toEqual([true, true])
  expect(gsmText('Trà 🍃 “Shan” – 5 ★')).toBe('Tra "Shan" - 5')
  expect(shortened('ngắn', 20)).toBe('ngắn')
})
