import type { Kysely } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Actor, nobody } from '#platform/ctx.ts'
import type { Database } from '#platform/db/connect.ts'
import { listEvents } from '#platform/events/event-store.ts'
import { newId } from '#platform/ids.ts'
import { actorWith, testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { actorOfRequest } from './actor-of-request.ts'
import { changePassword, confirmPassword, endSession } from './change-account.ts'
import { findPasswordHash } from './credential-store.ts'
import { clearSecondFactor, disablePerson } from './disable-person.ts'
import { type Auth, openAuth } from './open-auth.ts'
import { askPasswordReset, resetPassword } from './reset-password.ts'
import { listSessions } from './session-store.ts'
import { signIn } from './sign-in.ts'
import {
  type Browser,
  callerAt,
  goodPassword,
  lastToken,
  lettersTo,
  makePerson,
  openBrowser,
  type PeopleTestTables,
  totpOf,
} from './testing.ts'
import { tidyPeople } from './tidy-people.ts'
import { turnOnTwoFactor, verifyTwoFactorSetUp } from './two-factor.ts'
import { verifySecondFactor } from './verify-second-factor.ts'

let database: Database
let db: Kysely<PeopleTestTables>
let auth: Auth

beforeAll(async () => {
  database = await openTestDb()
  db = database.db
  auth = await openAuth({ db, secret: 's'.repeat(40), baseUrl, secure: true })
})
afterAll(() => database.close())
// The sign-in library reads the clock of the machine, so that is what tests move.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: testNow }))
afterEach(() => void vi.useRealTimers())

const baseUrl = 'https://saolang.example'
const root = actorWith('administrator', 'vn', { id: 'root' })
const ctx = (actor: Actor = nobody) => testCtx(db, { actor, now: new Date() })
const forward = (seconds: number) => void vi.setSystemTime(Date.now() + seconds * 1000)
const hours = 3600
const someone = (roles: Parameters<typeof makePerson>[2] = []) =>
  makePerson(db, `P${newId()}`, roles, new Date())
const officer = [{ role: 'commune_officer', unitId: '03868' }] as const

const tryPassword = (email: string, password = goodPassword, caller = callerAt('192.0.2.1')) =>
  signIn(ctx(), auth, { email, password, caller })
const whoIs = (browser: Browser) => actorOfRequest(db, auth, { caller: browser.caller(), now: new Date() })

async function enter(browser: Browser, email: string, password = goodPassword) {
  const answer = await signIn(ctx(), auth, { email, password, caller: browser.caller() })
  if ('cookies' in answer) browser.keep(answer.cookies)
  return answer.outcome
}

async function signedIn(email: string, address = '198.51.100.7'): Promise<Browser> {
  const browser = openBrowser(address)
  expect(await enter(browser, email)).toBe('signed_in')
  return browser
}

describe('signing in', () => {
  test('with the password makes one somebody, with the roles of today, and is recorded', async () => {
    const mai = await someone(officer)
    const browser = await signedIn(` ${mai.email.toUpperCase()} `)
    expect(await whoIs(browser)).toMatchObject({
      actor: { id: mai.id, name: mai.name, holdings: [{ role: 'commune_officer', unitPath: 'vn/14/03868' }] },
      twoFactorOn: false,
      locale: 'vi',
    })
    expect((await listEvents(db, `person:${mai.id}`)).at(-1)).toMatchObject({
      name: 'person.signed_in',
      actorId: mai.id,
    })
  })

  test('sets cookies that only this host gets back, over https, out of reach of scripts', async () => {
    const { email } = await someone()
    const answer = await tryPassword(email)
    const cookies = 'cookies' in answer ? answer.cookies : []
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-saolang\./)
      for (const part of ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure']) expect(cookie).toContain(part)
      expect(cookie).not.toContain('Domain')
    }
  })

  test('over http has plain names', async () => {
    const plain = await openAuth({
      db,
      secret: 's'.repeat(40),
      baseUrl: 'http://127.0.0.1:3000',
      secure: false,
    })
    const { email } = await someone()
    const answer = await signIn(ctx(), plain, {
      email,
      password: goodPassword,
      caller: callerAt('192.0.2.1'),
    })
    const cookies = 'cookies' in answer ? answer.cookies : []
    expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual([
      'saolang.device',
      'saolang.session_token',
    ])
    expect(cookies.join()).not.toContain('Secure')
  })

  test('answers a wrong password and an unknown address alike, and hashes for both', async () => {
    const { email } = await someone()
    const answers = [
      await tryPassword(email, 'một câu hoàn toàn khác'),
      await tryPassword(`nobody-${email}`),
      await tryPassword('not an address'),
      await tryPassword(email, ''),
      await tryPassword(email, 'x'.repeat(5000)),
    ]
    expect(answers).toEqual(answers.map(() => ({ outcome: 'wrong' })))
  })

  test('ends the sign-in that the browser had before', async () => {
    const [mai, lan] = [await someone(), await someone()]
    const browser = await signedIn(mai.email)
    const before = browser.copy()
    await enter(browser, lan.email)
    expect((await whoIs(browser)).actor.id).toBe(lan.id)
    expect((await whoIs(before)).actor).toEqual(nobody)
  })

  test('a cookie that somebody made up is nobody', async () => {
    const browser = openBrowser('192.0.2.9')
    browser.keep([`${auth.cookies.session}=abc.def; Path=/`])
    expect((await whoIs(browser)).actor).toEqual(nobody)
    expect((await whoIs(openBrowser('192.0.2.9'))).cookies).toEqual([])
  })
})

describe('guessing', () => {
  const wrong = (email: string, address: string) =>
    tryPassword(email, 'một câu đoán mò thôi', callerAt(address))
  const guess = async (email: string, address: string, times: number) => {
    for (let n = 0; n < times; n++) await wrong(email, address)
  }

  test('is slowed for the caller: five free, then waits that double, and the wait runs out', async () => {
    const { email } = await someone()
    const at = '203.0.113.10'
    await guess(email, at, 5)
    expect(await wrong(email, at)).toEqual({ outcome: 'wait', seconds: 30 })
    forward(29)
    expect(await tryPassword(email, goodPassword, callerAt(at))).toEqual({ outcome: 'wait', seconds: 1 })
    forward(1)
    expect(await wrong(email, at)).toEqual({ outcome: 'wrong' })
    expect(await wrong(email, at)).toEqual({ outcome: 'wait', seconds: 60 })
    forward(60)
    expect(await tryPassword(email, goodPassword, callerAt(at))).toMatchObject({ outcome: 'signed_in' })
    expect(await wrong(email, at)).toEqual({ outcome: 'wrong' })
  })

  test('never locks the owner out elsewhere, nor on a device that signed in before', async () => {
    const { email } = await someone()
    const at = '203.0.113.11'
    const known = await signedIn(email, at)
    await guess(email, at, 30)
    expect(await tryPassword(email, goodPassword, callerAt(at))).toMatchObject({ outcome: 'wait' })
    expect(await enter(known, email)).toBe('signed_in')
    expect(await tryPassword(email, goodPassword, callerAt('198.51.100.99'))).toMatchObject({
      outcome: 'signed_in',
    })
  })

  test('does not take longer steps because an account does not exist', async () => {
    const unknown = `unknown-${newId()}@saolang.example`
    await guess(unknown, '203.0.113.12', 5)
    expect(await wrong(unknown, '203.0.113.12')).toEqual({ outcome: 'wait', seconds: 30 })
  })

  test('a thousand tries at once are not a thousand free tries', async () => {
    const { email } = await someone()
    const answers = await Promise.all(Array.from({ length: 12 }, () => wrong(email, '203.0.113.13')))
    expect(answers.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(5)
  })

  test('one password at many accounts is slowed too, for that caller only', async () => {
    const at = '203.0.113.14'
    for (let n = 0; n < 50; n++) await wrong(`spray-${n}@saolang.example`, at)
    const { email } = await someone()
    expect(await tryPassword(email, goodPassword, callerAt(at))).toEqual({ outcome: 'wait', seconds: 10 })
    expect(await tryPassword(email, goodPassword, callerAt('198.51.100.98'))).toMatchObject({
      outcome: 'signed_in',
    })
  })

  test('one subscriber’s whole IPv6 network is one caller', async () => {
    const { email } = await someone()
    for (let n = 1; n <= 5; n++) await wrong(email, `2001:db8:1:2::${n}`)
    expect(await wrong(email, '2001:0DB8:1:2:ffff::1')).toEqual({ outcome: 'wait', seconds: 30 })
    expect(await wrong(email, '2001:db8:1:3::1')).toEqual({ outcome: 'wrong' })
  })

  test('from a known device is slowed as anywhere once it failed twenty times', async () => {
    const { email } = await someone()
    const device = await signedIn(email, '203.0.113.15')
    const answers: string[] = []
    for (let n = 0; n < 26; n++) answers.push(await enter(device, email, 'một câu đoán mò thôi'))
    expect(answers.slice(0, 25).every((answer) => answer === 'wrong')).toBe(true)
    expect(answers[25]).toBe('wait')
  })

  test('a device known for one person is not known for another', async () => {
    const [mai, lan] = [await someone(), await someone()]
    const device = await signedIn(mai.email, '203.0.113.16')
    await guess(lan.email, '203.0.113.16', 5)
    expect(await enter(device, lan.email)).toBe('wait')
  })
})

describe('a sign-in', () => {
  test('lasts seven days after its last use for who does not work for the programme', async () => {
    const browser = await signedIn((await someone()).email)
    for (const days of [2, 3, 6]) {
      forward(days * 24 * hours)
      const { actor, cookies } = await whoIs(browser)
      expect(actor.id, `after ${days} days`).not.toBe(null)
      browser.keep(cookies)
    }
    forward(7 * 24 * hours + 1)
    expect((await whoIs(browser)).actor).toEqual(nobody)
  })

  test('ends after twelve hours for who works for the programme, however busy', async () => {
    const browser = await signedIn((await someone(officer)).email)
    forward(11 * hours)
    expect((await whoIs(browser)).actor.id).not.toBe(null)
    forward(hours)
    expect((await whoIs(browser)).actor).toEqual(nobody)
  })

  test('is listed and ended by its owner, and by nobody else', async () => {
    const mai = await someone()
    const [here, there] = [await signedIn(mai.email, '192.0.2.1'), await signedIn(mai.email, '192.0.2.2')]
    const sessions = await listSessions(db, mai.id, new Date())
    expect(sessions.map(({ ipAddress }) => ipAddress).sort()).toEqual(['192.0.2.1', '192.0.2.2'])
    const other = sessions.find(({ ipAddress }) => ipAddress === '192.0.2.2')?.id ?? ''
    await expect(endSession(ctx(await someone()), other)).rejects.toMatchObject({
      code: 'people.no_such_session',
    })
    await endSession(ctx(mai), other)
    expect((await whoIs(there)).actor).toEqual(nobody)
    expect((await whoIs(here)).actor.id).toBe(mai.id)
  })

  test('ends when the account is closed, and a closed account does not open', async () => {
    const mai = await someone(officer)
    const browser = await signedIn(mai.email)
    await disablePerson(ctx(root), { personId: mai.id, reason: 'thôi việc' })
    expect((await whoIs(browser)).actor).toEqual(nobody)
    expect(await tryPassword(mai.email)).toEqual({ outcome: 'disabled' })
    expect(await tryPassword(mai.email, 'một câu hoàn toàn khác')).toEqual({ outcome: 'wrong' })
    expect(await listSessions(db, mai.id, new Date())).toEqual([])
  })

  test('elsewhere ends when the password changes; a letter says so', async () => {
    const mai = await someone()
    const [here, there] = [await signedIn(mai.email), await signedIn(mai.email)]
    const { sessionId } = await whoIs(here)
    const next = 'con suối sau nhà mùa cạn'
    const change = { current: goodPassword, next, sessionId: sessionId ?? '', baseUrl }
    await expect(changePassword(ctx(mai), { ...change, current: 'sai rồi' })).rejects.toMatchObject({
      code: 'people.wrong_password',
    })
    await expect(changePassword(ctx(mai), { ...change, next: 'quá ngắn' })).rejects.toMatchObject({
      code: 'people.password_too_short',
    })
    await changePassword(ctx(mai), change)
    expect((await whoIs(here)).actor.id).toBe(mai.id)
    expect((await whoIs(there)).actor).toEqual(nobody)
    expect(await tryPassword(mai.email)).toEqual({ outcome: 'wrong' })
    expect(await tryPassword(mai.email, next)).toMatchObject({ outcome: 'signed_in' })
    expect((await lettersTo(db, mai.email))[0]?.subject).toContain('vừa được đổi')
  })

  test('that was stolen does not let the thief guess the password for long', async () => {
    const mai = await someone()
    const { sessionId } = await whoIs(await signedIn(mai.email))
    for (let n = 0; n < 5; n++)
      await expect(confirmPassword(ctx(mai), 'đoán mò', sessionId ?? '')).rejects.toMatchObject({
        code: 'people.wrong_password',
      })
    await expect(confirmPassword(ctx(mai), goodPassword, sessionId ?? '')).rejects.toMatchObject({
      code: 'people.wait',
      facts: { seconds: 30 },
    })
  })

  test('and other things that are over are tidied away', async () => {
    const mai = await someone()
    await signedIn(mai.email)
    forward(400 * 24 * hours)
    await tidyPeople(db, new Date())
    expect(await db.selectFrom('signInSession').select('id').execute()).toEqual([])
    expect(await db.selectFrom('knownDevice').select('id').execute()).toEqual([])
    expect(await db.selectFrom('signInAttempt').select('key').execute()).toEqual([])
  })
})

describe('the second factor', () => {
  /** Somebody whose second factor is on, and how to get a code of it. */
  async function guarded() {
    const mai = await someone(officer)
    const browser = await signedIn(mai.email)
    const { sessionId } = await whoIs(browser)
    const before = { caller: browser.caller(), sessionId: sessionId ?? '' }
    browser.keep((await turnOnTwoFactor(ctx(mai), auth, { ...before, password: goodPassword })).cookies)
    const code = () => totpOf(db, auth, mai.id)
    const done = await verifyTwoFactorSetUp(ctx(mai), auth, { caller: browser.caller(), code: await code() })
    browser.keep(done.cookies)
    forward(60)
    return { mai, browser, code, backupCodes: done.backupCodes }
  }

  const second = async (browser: Browser, code: string) => {
    const answer = await verifySecondFactor(ctx(), auth, { code, caller: browser.caller() })
    if ('cookies' in answer) browser.keep(answer.cookies)
    return answer
  }

  test('is asked for after the password, and only then one is somebody', async () => {
    const { mai, code } = await guarded()
    const browser = openBrowser('192.0.2.50')
    expect(await enter(browser, mai.email)).toBe('second_factor')
    expect((await whoIs(browser)).actor).toEqual(nobody)
    expect(await second(browser, '000000')).toEqual({ outcome: 'wrong' })
    const right = await code()
    expect(await second(browser, `${right.slice(0, 3)} ${right.slice(3)}`)).toMatchObject({
      outcome: 'signed_in',
    })
    expect(await whoIs(browser)).toMatchObject({ actor: { id: mai.id }, twoFactorOn: true })
  })

  test('a code counts once, even within its half minute, and an old one not at all', async () => {
    const { mai, code } = await guarded()
    const used = await code()
    const [first, next] = [openBrowser('192.0.2.51'), openBrowser('192.0.2.52')]
    await enter(first, mai.email)
    await enter(next, mai.email)
    expect(await second(first, used)).toMatchObject({ outcome: 'signed_in' })
    expect(await second(next, used)).toEqual({ outcome: 'wrong' })
    expect((await whoIs(next)).actor).toEqual(nobody)
    // The challenge was spent with the used code: it starts again from the password.
    await enter(next, mai.email)
    forward(30)
    expect(await second(next, await code())).toMatchObject({ outcome: 'signed_in' })
    const stale = await code()
    forward(120)
    const third = openBrowser('192.0.2.53')
    await enter(third, mai.email)
    expect(await second(third, stale)).toEqual({ outcome: 'wrong' })
  })

  test('the code that turned it on does not sign in', async () => {
    const mai = await someone(officer)
    const browser = await signedIn(mai.email)
    const { sessionId } = await whoIs(browser)
    const given = { caller: browser.caller(), sessionId: sessionId ?? '', password: goodPassword }
    browser.keep((await turnOnTwoFactor(ctx(mai), auth, given)).cookies)
    const code = await totpOf(db, auth, mai.id)
    await verifyTwoFactorSetUp(ctx(mai), auth, { caller: browser.caller(), code })
    const other = openBrowser('192.0.2.54')
    await enter(other, mai.email)
    expect(await second(other, code)).toEqual({ outcome: 'wrong' })
  })

  test('a backup code counts once', async () => {
    const { mai, backupCodes } = await guarded()
    expect(backupCodes).toHaveLength(10)
    const [backup = ''] = backupCodes
    const browser = openBrowser('192.0.2.55')
    await enter(browser, mai.email)
    expect(await second(browser, backup)).toMatchObject({ outcome: 'signed_in' })
    const again = openBrowser('192.0.2.56')
    await enter(again, mai.email)
    expect(await second(again, backup)).toEqual({ outcome: 'wrong' })
  })

  test('five wrong codes end the challenge, more wait, and the owner elsewhere does not', async () => {
    const { mai, code } = await guarded()
    const thief = openBrowser('192.0.2.57')
    await enter(thief, mai.email)
    for (let n = 0; n < 5; n++) expect(await second(thief, '000000')).toEqual({ outcome: 'wrong' })
    expect(await second(thief, await code())).toEqual({ outcome: 'wait', seconds: 30 })
    await enter(thief, mai.email)
    expect(await second(thief, await code())).toEqual({ outcome: 'wait', seconds: 30 })
    const owner = openBrowser('192.0.2.58')
    await enter(owner, mai.email)
    expect(await second(owner, await code())).toMatchObject({ outcome: 'signed_in' })
  })

  test('wrong codes from everywhere slow the account, but not its known devices', async () => {
    const { mai, browser, code } = await guarded()
    const outcomes = new Set<string>()
    for (let n = 0; n < 60; n++) {
      const thief = openBrowser(`192.0.3.${n}`)
      await enter(thief, mai.email)
      outcomes.add((await second(thief, '000000')).outcome)
    }
    expect(outcomes).toEqual(new Set(['wrong', 'wait']))
    await enter(browser, mai.email)
    expect(await second(browser, await code())).toMatchObject({ outcome: 'signed_in' })
  })

  test('is over ten minutes after the password', async () => {
    const { mai, code } = await guarded()
    const browser = openBrowser('192.0.2.59')
    await enter(browser, mai.email)
    forward(601)
    expect(await second(browser, await code())).toEqual({ outcome: 'over' })
    expect(await second(openBrowser('192.0.2.60'), await code())).toEqual({ outcome: 'over' })
  })

  test('is cleared by an administrator: the password alone opens again, other sign-ins are over', async () => {
    const { mai, browser } = await guarded()
    await clearSecondFactor(ctx(root), mai.id)
    expect((await whoIs(browser)).actor).toEqual(nobody)
    expect(await enter(openBrowser('192.0.2.61'), mai.email)).toBe('signed_in')
  })

  test('is still asked for after the password was reset', async () => {
    const { mai, browser } = await guarded()
    await askPasswordReset(ctx(), { email: mai.email, caller: callerAt('192.0.2.62'), baseUrl })
    const password = 'cây mận trắng nở sớm'
    await resetPassword(ctx(), { token: await lastToken(db, mai.email), password, baseUrl })
    expect((await whoIs(browser)).actor).toEqual(nobody)
    expect(await enter(openBrowser('192.0.2.62'), mai.email, password)).toBe('second_factor')
  })
})

describe('a forgotten password', () => {
  const ask = (email: string, address = '192.0.2.70') =>
    askPasswordReset(ctx(), { email, caller: callerAt(address), baseUrl })

  test('is asked for with the same answer whether there is an account or not', async () => {
    const mai = await someone()
    const unknown = `unknown-${newId()}@saolang.example`
    expect([await ask(mai.email), await ask(unknown), await ask('not an address')]).toEqual([0, 0, 0])
    expect(await lettersTo(db, mai.email)).toHaveLength(1)
    expect(await lettersTo(db, unknown)).toEqual([])
  })

  test('is set anew by the link, once; all sign-ins and older links are over', async () => {
    const mai = await someone()
    const browser = await signedIn(mai.email)
    await ask(mai.email, '192.0.2.71')
    const older = await lastToken(db, mai.email)
    forward(1)
    await ask(mai.email, '192.0.2.71')
    const token = await lastToken(db, mai.email)
    expect(token).not.toBe(older)
    const password = 'đàn trâu về bản chiều nay'
    await expect(resetPassword(ctx(), { token, password: 'ngắn', baseUrl })).rejects.toMatchObject({
      code: 'people.password_too_short',
    })
    await resetPassword(ctx(), { token, password, baseUrl })
    expect((await whoIs(browser)).actor).toEqual(nobody)
    expect(await tryPassword(mai.email)).toEqual({ outcome: 'wrong' })
    expect(await tryPassword(mai.email, password)).toMatchObject({ outcome: 'signed_in' })
    for (const spent of [token, older])
      await expect(resetPassword(ctx(), { token: spent, password, baseUrl })).rejects.toMatchObject({
        code: 'people.reset_link_over',
      })
  })

  test('cannot be set an hour later, by a made-up link, or for a closed account', async () => {
    const mai = await someone(officer)
    const before = await findPasswordHash(db, mai.id)
    await ask(mai.email, '192.0.2.72')
    const token = await lastToken(db, mai.email)
    const set = (secret: string) =>
      resetPassword(ctx(), { token: secret, password: 'đàn trâu về bản chiều', baseUrl })
    await expect(set('made-up')).rejects.toMatchObject({ code: 'people.reset_link_over' })
    await disablePerson(ctx(root), { personId: mai.id, reason: 'thử' })
    await expect(set(token)).rejects.toMatchObject({ code: 'people.reset_link_over' })
    forward(hours)
    await expect(set(token)).rejects.toMatchObject({ code: 'people.reset_link_over' })
    expect(await findPasswordHash(db, mai.id)).toBe(before)
  })

  test('is written about three times an hour at most, in silence; one caller asks ten times', async () => {
    const mai = await someone()
    for (let n = 0; n < 6; n++) expect(await ask(mai.email, `192.0.2.${80 + n}`)).toBe(0)
    expect(await lettersTo(db, mai.email)).toHaveLength(3)
    for (let n = 0; n < 10; n++) expect(await ask(`x${n}@saolang.example`, '192.0.2.90')).toBe(0)
    expect(await ask('y@saolang.example', '192.0.2.90')).toBe(60)
  })
})
