import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import type { Env } from '#platform/http/env.ts'
import { answerError } from '#platform/http/errors.tsx'
import { newId } from '#platform/ids.ts'
import { testCtx, testNow } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { testView } from '#platform/testing/test-view.ts'
import { actorOfRequest } from './actor-of-request.ts'
import { disablePerson } from './disable-person.ts'
import { type Auth, openAuth } from './open-auth.ts'
import { listRoleHistory } from './role-store.ts'
import { peopleRoutes } from './routes.tsx'
import { listSessions } from './session-store.ts'
import {
  findTestProducer,
  goodPassword,
  lastToken,
  makePerson,
  openBrowser,
  type PeopleTestTables,
  teaCooperative,
  totpOf,
} from './testing.ts'

let database: Database
let db: Kysely<PeopleTestTables>
let auth: Auth
let demo = false

beforeAll(async () => {
  database = await openTestDb()
  db = database.db
  auth = await openAuth({ db, secret: 's'.repeat(40), baseUrl: 'https://saolang.example', secure: true })
})
afterAll(() => database.close())
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: testNow }))
afterEach(() => {
  vi.useRealTimers()
  demo = false
})

const root = testCtx<PeopleTestTables>
const someone = (roles: Parameters<typeof makePerson>[2] = [], name = `P${newId()}`) =>
  makePerson(db, name, roles, new Date())

/** Somebody at a browser: asks for pages, keeps cookies, follows nothing. */
function visit(address = `192.0.2.${(visitors++ % 250) + 1}`) {
  const browser = openBrowser(address)
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const now = new Date()
    const { actor } = await actorOfRequest(db, auth, { caller: browser.caller(), now })
    c.set('address', address)
    c.set('ctx', testCtx(db, { actor, now }))
    c.set('view', { ...testView({ actor, now, locale: 'vi', path: c.req.path }), demo })
    await next()
  })
  app.route('/', peopleRoutes({ auth, findProducer: findTestProducer, demoPassword: goodPassword }))
  app.onError(answerError)
  const request = async (path: string, form?: Record<string, string>) => {
    const headers = { cookie: browser.caller().cookie, 'user-agent': browser.caller().userAgent }
    const post = form && { method: 'POST', body: new URLSearchParams(form) }
    const answer = await app.request(path, { headers, ...post })
    browser.keep(answer.headers.getSetCookie())
    const { status } = answer
    return { status, to: answer.headers.get('location'), headers: answer.headers, html: await answer.text() }
  }
  const signIn = (email: string, password = goodPassword, back = '') =>
    request('/sign-in', { email, password, back })
  return { request, signIn }
}
let visitors = 0

async function signedIn(email: string) {
  const visitor = visit()
  expect((await visitor.signIn(email)).status).toBe(303)
  return visitor
}

describe('the page of sign-in', () => {
  test('lets in and leads to work, and a person who is in does not see it again', async () => {
    const mai = await someone()
    const visitor = visit()
    const page = await visitor.request('/sign-in')
    expect(page.status).toBe(200)
    expect(page.html).toContain('autocomplete="current-password"')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await visitor.signIn(mai.email)).toMatchObject({ status: 303, to: '/work' })
    expect(await visitor.request('/sign-in')).toMatchObject({ status: 303, to: '/work' })
    expect((await visitor.request('/account')).html).toContain(mai.name)
  })

  test.each([
    ['/dossiers?q=tr%C3%A0', '/dossiers?q=tr%C3%A0'],
    ['https://evil.example/', '/work'],
    ['//evil.example', '/work'],
    ['/\\evil.example', '/work'],
    ['javascript:alert(1)', '/work'],
  ])('asked to come back to %s leads to %s', async (back, to) => {
    const { email } = await someone()
    const visitor = visit()
    const page = await visitor.request(`/sign-in?back=${encodeURIComponent(back)}`)
    expect(page.html).toContain(`name="back" value="${to}"`)
    expect((await visitor.signIn(email, goodPassword, back)).to).toBe(to)
    expect((await visitor.request(`/sign-in?back=${encodeURIComponent(back)}`)).to).toBe(to)
  })

  test('gives the same page for a wrong password and an unknown address, keeping what was typed', async () => {
    const { email } = await someone()
    const known = await visit().signIn(email, 'sai hoàn toàn')
    const unknown = await visit().signIn(`x${email}`, 'sai hoàn toàn')
    expect(known.status).toBe(422)
    expect(known.html).toContain('Thư điện tử hoặc mật khẩu chưa đúng.')
    expect(known.html).toContain(`value="${email}"`)
    expect(known.html).not.toContain('sai hoàn toàn')
    expect({ ...unknown, html: unknown.html.replaceAll(`x${email}`, email), headers: null }).toEqual({
      ...known,
      headers: null,
    })
  })

  test('says in words how long to wait', async () => {
    const { email } = await someone()
    const visitor = visit()
    for (let n = 0; n < 5; n++) await visitor.signIn(email, 'sai hoàn toàn')
    const page = await visitor.signIn(email)
    expect(page.status).toBe(429)
    expect(page.headers.get('retry-after')).toBe('30')
    expect(page.html).toContain('Hãy đợi 30 giây rồi thử lại.')
  })

  test('says that an account is closed only to who knows its password', async () => {
    const { id, email } = await someone()
    await disablePerson(root(db), { personId: id, reason: 'thôi việc' })
    expect((await visit().signIn(email)).html).toContain('Tài khoản này đã bị khóa')
    expect((await visit().signIn(email, 'sai hoàn toàn')).html).not.toContain('bị khóa')
  })

  test('offers the accounts of the demonstration, and only there', async () => {
    const mai = await someone([{ role: 'leader', unitId: '14' }])
    expect((await visit().request('/sign-in')).html).not.toContain(mai.email)
    demo = true
    const page = await visit().request('/sign-in')
    expect(page.html).toContain(mai.email)
    expect(page.html).toContain('Lãnh đạo ký quyết định')
  })

  test('signing out ends it', async () => {
    const { id, email } = await someone()
    const visitor = await signedIn(email)
    expect(await visitor.request('/sign-out', {})).toMatchObject({ status: 303, to: '/sign-in' })
    expect(await visitor.request('/account')).toMatchObject({ status: 303, to: '/sign-in?back=/account' })
    expect(await listSessions(db, id, new Date())).toEqual([])
  })
})

describe('the second factor', () => {
  test('is set up with a QR code and a first code, shows backup codes once, and is asked for from then on', async () => {
    const mai = await someone([{ role: 'commune_officer', unitId: '03868' }])
    const visitor = await signedIn(mai.email)
    expect((await visitor.request('/account/two-factor')).html).toContain(
      'Vai trò của bạn cần xác thực lần hai',
    )
    const wrong = await visitor.request('/account/two-factor', { password: 'sai hoàn toàn' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Mật khẩu chưa đúng.')
    expect(await visitor.request('/account/two-factor', { password: goodPassword })).toMatchObject({
      status: 303,
    })
    const setUp = await visitor.request('/account/two-factor')
    expect(setUp.html).toContain('<svg')
    expect(setUp.html).toMatch(/[A-Z2-7]{4}( [A-Z2-7]{4}){5}/)
    const wrongCode = await visitor.request('/account/two-factor/confirmation', { code: '000000' })
    expect(wrongCode.status).toBe(422)
    expect(wrongCode.html).toContain('<svg')
    const code = await totpOf(db, auth, mai.id)
    const codes = await visitor.request('/account/two-factor/confirmation', { code })
    expect(codes.html.match(/>\w{5}-\w{5}</g)).toHaveLength(10)
    const after = await visitor.request('/account/two-factor')
    expect(after.html).toContain('Còn 10 mã dự phòng')
    expect(after.html).not.toContain('/account/two-factor/end')

    vi.setSystemTime(Date.now() + 60_000)
    const other = visit()
    expect(await other.signIn(mai.email, goodPassword, '/dossiers')).toMatchObject({
      to: '/sign-in/two-factor?back=%2Fdossiers',
    })
    expect((await other.request('/sign-in/two-factor?back=//evil.example')).html).toContain('value="/work"')
    expect((await other.request('/sign-in/two-factor', { code: '000000', back: '/dossiers' })).status).toBe(
      422,
    )
    const right = await totpOf(db, auth, mai.id)
    const answer = await other.request('/sign-in/two-factor', { code: right, back: '/dossiers' })
    expect(answer).toMatchObject({ status: 303, to: '/dossiers' })
    expect((await other.request('/account')).status).toBe(200)
  })

  test('cannot be turned off by who must have it, and can by who need not', async () => {
    const setUp = async (email: string, id: string) => {
      const visitor = await signedIn(email)
      await visitor.request('/account/two-factor', { password: goodPassword })
      await visitor.request('/account/two-factor/confirmation', { code: await totpOf(db, auth, id) })
      return visitor
    }
    const officer = await someone([{ role: 'leader', unitId: '14' }])
    const bound = await setUp(officer.email, officer.id)
    expect((await bound.request('/account/two-factor/end', { password: goodPassword })).status).toBe(403)
    const free = await someone()
    const visitor = await setUp(free.email, free.id)
    expect((await visitor.request('/account/two-factor/end', { password: 'sai' })).status).toBe(422)
    const renewed = await visitor.request('/account/two-factor/backup-codes', { password: goodPassword })
    expect(renewed.html.match(/>\w{5}-\w{5}</g)).toHaveLength(10)
    expect((await visitor.request('/account/two-factor/end', { password: goodPassword })).status).toBe(303)
    expect(await visit().signIn(free.email)).toMatchObject({ to: '/work' })
  })

  test('has no page for who gave no password', async () => {
    expect(await visit().request('/sign-in/two-factor')).toMatchObject({ status: 303, to: '/sign-in' })
    expect(await visit().request('/sign-in/two-factor', { code: '123456' })).toMatchObject({ status: 303 })
    expect(await visit().request('/account/two-factor')).toMatchObject({ status: 303 })
    for (const step of ['', '/confirmation', '/backup-codes', '/end'])
      expect((await visit().request(`/account/two-factor${step}`, { password: goodPassword })).status).toBe(
        403,
      )
  })
})

describe('a forgotten password', () => {
  test('gives the same page for every address, and a link that works once', async () => {
    const mai = await someone()
    const visitor = visit()
    const [known, unknown] = [
      await visitor.request('/forgot-password', { email: mai.email }),
      await visitor.request('/forgot-password', { email: `x${mai.email}` }),
    ]
    expect(known.status).toBe(200)
    expect(unknown.html.replaceAll(`x${mai.email}`, mai.email)).toBe(known.html)
    const token = await lastToken(db, mai.email)
    expect((await visitor.request(`/reset-password?token=${token}`)).html).toContain(`value="${token}"`)
    const poor = await visitor.request('/reset-password', { token, password: 'matkhau12345' })
    expect(poor.status).toBe(422)
    expect(poor.html).toContain('hay bị đoán nhất')
    const password = 'thác nước giữa rừng già'
    expect(await visitor.request('/reset-password', { token, password })).toMatchObject({ to: '/sign-in' })
    expect((await visitor.request('/reset-password', { token, password })).status).toBe(409)
    expect((await visitor.request(`/reset-password?token=${token}`)).status).toBe(404)
    expect(await visitor.signIn(mai.email, password)).toMatchObject({ to: '/work' })
  })
})

describe('the account page', () => {
  test('changes the name, the language and the password, and ends other sign-ins', async () => {
    const mai = await someone([{ role: 'producer', unitId: '03868', producerId: teaCooperative }])
    const [here, there] = [await signedIn(mai.email), await signedIn(mai.email)]
    const page = await here.request('/account')
    expect(page.html).toContain('Xã Tà Xùa')
    expect(page.html).toContain('Firefox trên Linux')
    expect((await here.request('/account/profile', { name: ' ', locale: 'vi' })).status).toBe(422)
    await here.request('/account/profile', { name: 'Lò Thị Mai', locale: 'en' })
    expect((await here.request('/account')).html).toContain('value="Lò Thị Mai"')

    const other = (await listSessions(db, mai.id, new Date())).map(({ id }) => id)
    const shown = (html: string) => other.filter((id) => html.includes(`/account/sessions/${id}/end`))
    const [ended = ''] = shown((await here.request('/account')).html)
    expect(await here.request(`/account/sessions/${ended}/end`, {})).toMatchObject({ status: 303 })
    expect(await there.request('/account')).toMatchObject({ status: 303 })

    const change = { current: goodPassword, next: 'mùa hoa mận trắng đồi' }
    const wrong = await here.request('/account/password', { ...change, current: 'sai rồi' })
    expect(wrong).toMatchObject({ status: 422 })
    expect(await here.request('/account/password', change)).toMatchObject({ status: 303 })
    expect(await visit().signIn(mai.email, change.next)).toMatchObject({ status: 303 })
  })

  test('is nobody else’s: a stranger is refused and another’s sign-in is not found', async () => {
    const [mai, lan] = [await someone(), await someone()]
    await signedIn(mai.email)
    const [session] = await listSessions(db, mai.id, new Date())
    const visitor = await signedIn(lan.email)
    expect((await visitor.request(`/account/sessions/${session?.id}/end`, {})).status).toBe(404)
    expect((await visitor.request('/account/sessions/1/end', {})).status).toBe(404)
    for (const path of ['/account/profile', '/account/password', `/account/sessions/${session?.id}/end`])
      expect((await visit().request(path, { name: 'x', locale: 'vi' })).status, path).toBe(403)
  })
})

describe('an invitation', () => {
  const email = () => `moi-${newId()}@saolang.example`

  async function invite(to: string, extra: Record<string, string> = {}) {
    const admin = await someone([{ role: 'administrator', unitId: '14' }], `Quản Trị ${newId()}`)
    const visitor = await signedIn(admin.email)
    const form = {
      name: 'Lò Văn Đạt',
      email: to,
      role: 'commune_officer',
      unit: '03868',
      producer: '',
      ...extra,
    }
    return { visitor, answer: await visitor.request('/invitations', form) }
  }

  test('is written on a page that finds the unit by name, and accepted on another', async () => {
    const to = email()
    const { visitor, answer } = await invite(to)
    expect(answer).toMatchObject({ status: 303, to: '/invitations' })
    expect((await visitor.request('/invitations')).html).toContain(to)
    expect((await visitor.request('/invitations/new?find=ta+xua')).html).toContain(
      '/invitations/new?unit=03868',
    )
    expect((await visitor.request('/invitations/new?find=hoan+kiem')).html).toContain(
      'Không tìm thấy đơn vị nào',
    )
    expect((await visitor.request('/invitations/new?unit=03868')).html).toContain('Cán bộ cấp xã')

    const token = await lastToken(db, to)
    const guest = visit()
    const page = await guest.request(`/invitation?token=${token}`)
    expect(page.html).toContain('mời bạn làm Cán bộ cấp xã tại Xã Tà Xùa')
    expect(page.html).toContain('value="Lò Văn Đạt"')
    const poor = await guest.request('/invitation', { token, name: 'Lò Văn Đạt', password: 'ngắn' })
    expect(poor.status).toBe(422)
    const account = { token, name: 'Lò Văn Đạt', password: goodPassword }
    expect(await guest.request('/invitation', account)).toMatchObject({ status: 303, to: '/work' })
    expect((await guest.request('/account')).html).toContain('Cán bộ cấp xã')
    expect((await visit().request(`/invitation?token=${token}`)).status).toBe(409)
    expect((await visit().request('/invitation', account)).status).toBe(409)
    expect((await visit().request('/invitation?token=made-up')).status).toBe(404)
  })

  test('to somebody with an account asks for sign-in and comes back', async () => {
    const mai = await someone()
    await invite(mai.email)
    const token = await lastToken(db, mai.email)
    const guest = visit()
    const page = await guest.request(`/invitation?token=${token}`)
    const back = `/invitation?token=${token}`
    expect(page.html).toContain(`/sign-in?${new URLSearchParams({ back })}`)
    expect(page.html).not.toContain('name="password"')
    expect(await guest.signIn(mai.email, goodPassword, back)).toMatchObject({ to: back })
    expect((await guest.request(back)).html).toContain('Vai trò này sẽ được thêm')
    expect(await guest.request('/invitation', { token })).toMatchObject({ status: 303 })
    expect(await listRoleHistory(db, mai.id)).toHaveLength(1)
  })

  test('opened by somebody else who is signed in says so and gives nothing', async () => {
    const to = email()
    await invite(to)
    const token = await lastToken(db, to)
    const lan = await someone()
    const visitor = await signedIn(lan.email)
    expect((await visitor.request(`/invitation?token=${token}`)).html).toContain(`Lời mời này gửi cho ${to}`)
    expect((await visitor.request('/invitation', { token })).status).toBe(403)
    expect(await listRoleHistory(db, lan.id)).toEqual([])
  })

  test.each([
    ['no role', { role: '' }, 422, 'Hãy chọn một vai trò.'],
    ['a wrong address', { email: 'moi@' }, 422, 'Địa chỉ thư điện tử chưa đúng.'],
    ['no name', { name: ' ' }, 422, 'Hãy ghi họ và tên.'],
    ['a role out of reach', { role: 'central_officer', unit: 'vn' }, 403, 'không mời được vai trò này'],
  ])('with %s is not sent, and what was typed is kept', async (_, wrong, status, sentence) => {
    const { answer } = await invite(email(), wrong)
    expect(answer.status).toBe(status)
    expect(answer.html).toContain(sentence)
  })

  test('is taken back by who sent it, and not by others', async () => {
    const to = email()
    const { visitor } = await invite(to)
    const { id } = await db
      .selectFrom('invitation')
      .select('id')
      .where('email', '=', to)
      .executeTakeFirstOrThrow()
    expect((await visitor.request('/invitations')).html).toContain(`/invitations/${id}/revocation`)
    const elsewhere = await signedIn((await someone([{ role: 'administrator', unitId: '01' }])).email)
    expect((await elsewhere.request(`/invitations/${id}/revocation`, {})).status).toBe(404)
    expect((await visit().request(`/invitations/${id}/revocation`, {})).status).toBe(404)
    expect((await visitor.request(`/invitations/${id}/revocation`, {})).status).toBe(303)
    expect((await visit().request(`/invitation?token=${await lastToken(db, to)}`)).status).toBe(409)
  })

  test('for a producer comes from the producer, who invites his own people only', async () => {
    const producer = await someone([{ role: 'producer', unitId: '03868', producerId: teaCooperative }])
    const visitor = await signedIn(producer.email)
    const page = await visitor.request(`/invitations/new?producer=${teaCooperative}`)
    expect(page.html).toContain('Hợp tác xã chè Tà Xùa')
    const form = {
      name: 'Mùa A Páo',
      email: email(),
      role: 'producer',
      unit: '03868',
      producer: teaCooperative,
    }
    expect((await visitor.request('/invitations', form)).status).toBe(303)
    const other = { ...form, producer: newId() }
    expect((await visitor.request('/invitations', other)).status).toBe(422)
  })
})

describe('the pages of people', () => {
  test('list those of one’s units, found without diacritics, page by page', async () => {
    const admin = await someone([{ role: 'administrator', unitId: '19' }])
    for (let n = 0; n < 60; n++) await someone([{ role: 'member', unitId: '19' }], `Trang ${100 + n}`)
    const stranger = await someone([{ role: 'member', unitId: '20' }], 'Người Lạ')
    const visitor = await signedIn(admin.email)
    const first = await visitor.request('/admin/people')
    expect(first.html).not.toContain('Người Lạ')
    const next =
      /href="(\/admin\/people\?[^"]*after=[^"]*)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await visitor.request(next)
    const names = (html: string) => new Set(html.match(/Trang 1\d\d/g))
    expect(names(first.html).size + names(second.html).size).toBe(60)
    expect((await visitor.request('/admin/people?q=TRANG+123')).html).toContain('Trang 123')
    expect((await visitor.request('/admin/people?q=không+ai+cả')).html).toContain('Không có ai')
    expect((await visitor.request(`/admin/people/${stranger.id}`)).status).toBe(404)
    expect((await visitor.request('/admin/people/1')).status).toBe(404)
  })

  test('let an administrator grant, end, close, open; the last administrator stays', async () => {
    const admin = await someone([{ role: 'administrator', unitId: '24' }])
    const mai = await someone([{ role: 'member', unitId: '24' }])
    const visitor = await signedIn(admin.email)
    const path = `/admin/people/${mai.id}`
    const picker = await visitor.request(`${path}/roles/new`)
    expect(picker.html).toContain(`${path}/roles/new?unit=24`)
    const form = await visitor.request(`${path}/roles/new?unit=24`)
    expect(form.html).toContain('value="province_officer"')
    expect(form.html).not.toContain('value="central_officer"')
    const grant = { role: 'inspector', unit: '24', to: '2026-12-31' }
    expect((await visitor.request(`${path}/roles`, { ...grant, role: '' })).status).toBe(422)
    expect((await visitor.request(`${path}/roles`, { ...grant, to: '2026-01-01' })).status).toBe(422)
    expect(await visitor.request(`${path}/roles`, grant)).toMatchObject({ status: 303, to: path })
    expect((await visitor.request(`${path}/roles`, { ...grant, unit: 'vn' })).status).toBe(403)
    const person = await visitor.request(path)
    expect(person.html).toContain('31/12/2026')
    const holding = (await listRoleHistory(db, mai.id)).find(({ role }) => role === 'member')
    expect(await visitor.request(`${path}/roles/${holding?.id}/end`, {})).toMatchObject({ status: 303 })
    expect((await visitor.request(`${path}/roles/${holding?.id}/end`, {})).status).toBe(409)
    expect((await visitor.request(`${path}/closure`, { reason: ' ' })).status).toBe(422)
    expect(await visitor.request(`${path}/closure`, { reason: 'nghỉ hưu' })).toMatchObject({ status: 303 })
    expect((await visitor.request(path)).html).toContain('Đã khóa')
    expect(await visitor.request(`${path}/reopening`, {})).toMatchObject({ status: 303 })
    expect((await visitor.request(`${path}/second-factor/end`, {})).status).toBe(409)
    const own = `/admin/people/${admin.id}`
    expect((await visitor.request(`${own}/closure`, { reason: 'thử' })).status).toBe(409)
  })

  test('let an auditor read everything and change nothing', async () => {
    const auditor = await someone([{ role: 'auditor', unitId: '14' }])
    const mai = await someone([{ role: 'commune_officer', unitId: '03868' }])
    const [holding] = await listRoleHistory(db, mai.id)
    const visitor = await signedIn(auditor.email)
    const path = `/admin/people/${mai.id}`
    expect((await visitor.request('/admin/people')).html).not.toContain('/invitations/new')
    expect((await visitor.request(path)).html).not.toContain('method="post" action="/admin')
    for (const [step, form] of Object.entries({
      '/roles': { role: 'auditor', unit: '14' },
      [`/roles/${holding?.id}/end`]: {},
      '/closure': { reason: 'thử' },
      '/reopening': {},
      '/second-factor/end': {},
    }))
      expect((await visitor.request(path + step, form)).status, step).toBe(403)
    expect((await visitor.request(`${path}/roles/new`)).status).toBe(403)
  })

  test.each(['/admin/people', '/admin/outbox', '/invitations', '/invitations/new', '/account'])(
    '%s sends a visitor to sign in and refuses who has no part in it',
    async (path) => {
      expect(await visit().request(path)).toMatchObject({ status: 303, to: `/sign-in?back=${path}` })
      const visitor = await signedIn((await someone([{ role: 'member', unitId: '14' }])).email)
      expect((await visitor.request(path)).status).toBe(path === '/account' ? 200 : 403)
    },
  )
})

describe('the outbox', () => {
  test('of the demonstration is read by everybody, links and all', async () => {
    vi.setSystemTime(Date.now() + 1000)
    const mai = await someone()
    await visit().request('/forgot-password', { email: mai.email })
    demo = true
    const list = await visit().request('/admin/outbox')
    const href = /href="(\/admin\/outbox\/[\w-]{36})"/.exec(list.html)?.[1] ?? expect.fail()
    const letter = await visit().request(href)
    expect(letter.html).toContain(
      `href="https://saolang.example/reset-password?token=${await lastToken(db, mai.email)}"`,
    )
    demo = false
    expect((await visit().request(href)).status).toBe(404)
  })

  test('elsewhere shows an administrator that letters went out, never what is in them', async () => {
    const admin = await someone([{ role: 'administrator', unitId: '14' }])
    const mai = await someone()
    await visit().request('/forgot-password', { email: mai.email })
    const visitor = await signedIn(admin.email)
    const list = await visitor.request('/admin/outbox')
    expect(list.html).toContain(mai.email)
    expect(list.html).not.toContain('/admin/outbox/0')
    const { id } = await db.selectFrom('outboxMail').select('id').limit(1).executeTakeFirstOrThrow()
    expect((await visitor.request(`/admin/outbox/${id}`)).status).toBe(404)
  })

  test('says why a mail did not go, and an administrator has it sent again', async () => {
    const admin = await someone([{ role: 'administrator', unitId: '14' }])
    const officer = await someone([{ role: 'commune_officer', unitId: '03868' }])
    await visit().request('/forgot-password', { email: admin.email })
    const failed = { lastError: '550 no such mailbox', givenUpAt: new Date(), attempts: 1 }
    const { id } = await db.updateTable('outboxMail').set(failed).returning('id').executeTakeFirstOrThrow()
    const path = `/admin/outbox/${id}/delivery`
    expect((await (await signedIn(officer.email)).request(path, {})).status).toBe(403)
    expect((await visit().request(path, {})).status).not.toBe(303)
    const visitor = await signedIn(admin.email)
    expect((await visitor.request('/admin/outbox?state=failed')).html).toContain('550 no such mailbox')
    expect((await visitor.request('/admin/outbox?state=delivered')).html).not.toContain('550 no such mailbox')
    expect((await visitor.request(path, {})).status).toBe(303)
    const rest = await db
      .selectFrom('outboxMail')
      .select('id')
      .where('id', '=', id)
      .where('lastError', 'is', null)
      .execute()
    expect(rest).toHaveLength(1)
  })
})
