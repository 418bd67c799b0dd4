import type { Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { keptJobs, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { deliverMail, deliveryRetries } from './deliver-mail.ts'
import { type MailTransport, openMailTransport } from './mail-transport.ts'
import { findMail, forgetMails, listOutbox, type MailTables } from './outbox-store.ts'
import { resendMail } from './resend-mail.ts'
import { sendMail } from './send-mail.ts'
import { openSmallSmtpServer, type SmallSmtpServer } from './testing/small-smtp-server.ts'

let database: Database
let db: Kysely<MailTables>
let server: SmallSmtpServer
let transport: MailTransport | null

beforeAll(async () => {
  database = await openTestDb()
  db = database.db
  server = await openSmallSmtpServer()
  transport = openMailTransport({ smtpUrl: server.url, mailFrom: 'Sao Làng <no-reply@saolang.example>' })
})
beforeEach(async () => {
  await db.deleteFrom('outboxMail').execute()
  server.received.length = 0
})
afterAll(async () => {
  server.close()
  await database.close()
})

const mail = { to: 'mai@example.vn', subject: 'Hồ sơ được tiếp nhận', text: 'Chào bà Mai,\nHồ sơ đã tới xã.' }
const later = new Date(testNow.getTime() + 6 * 60 * 1000)

test('a mail is in the outbox and its delivery is queued when its transaction is stored', async () => {
  const jobs = keptJobs()
  const { id } = await sendMail(testCtx(db, { jobs }), mail)
  expect(jobs.queued).toEqual([{ name: 'mail.deliver', data: { id } }])
  expect(await findMail(db, id)).toMatchObject({
    recipient: 'mai@example.vn',
    attempts: 0,
    deliveredAt: null,
  })
})

test('a mail of a change that is rolled back never was', async () => {
  const failing = inTransaction(testCtx(db), async (ctx) => {
    await sendMail(ctx, mail)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await listOutbox(db)).toEqual([])
})

test('a mail is delivered once, however often its job runs', async () => {
  const { id } = await sendMail(testCtx(db), mail)
  await deliverMail(db, transport, id, testNow)
  await deliverMail(db, transport, id, later)
  expect(server.received).toHaveLength(1)
  expect(server.received[0]?.message).toContain(`Message-ID: <${id}@saolang.example>`)
  expect(server.received[0]?.message).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(await findMail(db, id)).toMatchObject({ deliveredAt: testNow, attempts: 1, lastError: null })
})

test('two workers do not deliver the same mail at once', async () => {
  const { id } = await sendMail(testCtx(db), mail)
  await Promise.all([deliverMail(db, transport, id, testNow), deliverMail(db, transport, id, testNow)])
  expect(server.received).toHaveLength(1)
})

test('a mail that a dead worker had in hand is delivered by another later', async () => {
  const { id } = await sendMail(testCtx(db), mail)
  await db
    .updateTable('outboxMail')
    .set({ claimedUntil: new Date(testNow.getTime() + 60_000) })
    .execute()
  await deliverMail(db, transport, id, testNow)
  expect(server.received).toHaveLength(0)
  await deliverMail(db, transport, id, later)
  expect(server.received).toHaveLength(1)
})

test('a mail that may go later is tried again, with the error kept', async () => {
  const { id } = await sendMail(testCtx(db), { ...mail, to: 'later@example.vn' })
  await expect(deliverMail(db, transport, id, testNow)).rejects.toThrow(/try again later/)
  await expect(deliverMail(db, transport, id, testNow)).rejects.toThrow(/try again later/)
  expect(await findMail(db, id)).toMatchObject({
    attempts: 2,
    givenUpAt: null,
    lastError: expect.stringContaining('451'),
  })
})

test('a mail that nobody will take is given up', async () => {
  const { id } = await sendMail(testCtx(db), { ...mail, to: 'nobody@example.vn' })
  await deliverMail(db, transport, id, testNow)
  await deliverMail(db, transport, id, later)
  expect(await findMail(db, id)).toMatchObject({
    attempts: 1,
    givenUpAt: testNow,
    lastError: expect.stringContaining('550'),
  })
})

test('a mail that failed too often is given up, and sent again from the start when asked', async () => {
  const { id } = await sendMail(testCtx(db), { ...mail, to: 'later@example.vn' })
  for (let tries = 0; tries < deliveryRetries; tries += 1)
    await expect(deliverMail(db, transport, id, testNow)).rejects.toThrow(/try again later/)
  await deliverMail(db, transport, id, testNow)
  expect((await listOutbox(db, { state: 'failed' })).map((one) => [one.id, one.givenUpAt])).toEqual([
    [id, testNow],
  ])
  const jobs = keptJobs()
  await resendMail(testCtx(db, { jobs }), id)
  expect(jobs.queued).toEqual([{ name: 'mail.deliver', data: { id } }])
  expect(await listOutbox(db, { state: 'failed' })).toEqual([])
  expect(await listOutbox(db, { state: 'waiting' })).toHaveLength(1)
  await expect(deliverMail(db, transport, id, testNow)).rejects.toThrow(/try again later/)
})

test('a mail that was delivered, or is in hand, is not sent again', async () => {
  const { id } = await sendMail(testCtx(db), mail)
  await deliverMail(db, transport, id, testNow)
  expect(await listOutbox(db, { state: 'delivered' })).toHaveLength(1)
  await expect(resendMail(testCtx(db), id)).rejects.toMatchObject({ code: 'mail.not_waiting' })
  const { id: inHand } = await sendMail(testCtx(db), mail)
  await db.updateTable('outboxMail').set({ claimedUntil: later }).where('id', '=', inHand).execute()
  await expect(resendMail(testCtx(db), inHand)).rejects.toMatchObject({ code: 'mail.not_waiting' })
})

test('without a mail server the mail stays in the outbox to be read there', async () => {
  expect(openMailTransport({ smtpUrl: null, mailFrom: 'a@b.vn' })).toBeNull()
  const { id } = await sendMail(testCtx(db), mail)
  await deliverMail(db, null, id, testNow)
  expect(await findMail(db, id)).toMatchObject({ attempts: 0, deliveredAt: null })
})

test('a line break in a subject begins no header', async () => {
  const { id } = await sendMail(testCtx(db), { ...mail, subject: 'Chè\r\nBcc: all@example.vn' })
  await deliverMail(db, transport, id, testNow)
  expect(server.received[0]?.to).toEqual(['RCPT TO:<mai@example.vn>'])
  expect(server.received[0]?.message).not.toMatch(/^Bcc:/m)
})

test.each([
  'mai@example.vn\r\nBcc: all@example.vn',
  'mai@example.vn, lan@example.vn',
  'Mai <mai@example.vn>',
  'mai@example.vn;lan@example.vn',
  'mai',
  '@example.vn',
  'mai@localhost',
  '',
])('refuses to write to %j', async (to) => {
  await expect(sendMail(testCtx(db), { ...mail, to })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'mail.wrong_address',
  })
})

test('the outbox is read newest first, page by page', async () => {
  for (const minute of [1, 2, 3]) {
    await sendMail(testCtx(db, { now: new Date(testNow.getTime() + minute * 60_000) }), {
      ...mail,
      subject: `${minute}`,
    })
  }
  const first = await listOutbox(db, { limit: 2 })
  expect(first.map(({ subject }) => subject)).toEqual(['3', '2'])
  const rest = await listOutbox(db, { limit: 2, before: first.at(-1)?.id ?? '' })
  expect(rest.map(({ subject }) => subject)).toEqual(['1'])
})

test('old mails are forgotten', async () => {
  await sendMail(testCtx(db), mail)
  expect(await forgetMails(db, testNow)).toBe(0)
  expect(await forgetMails(db, later)).toBe(1)
})
