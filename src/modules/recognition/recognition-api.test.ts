import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { type TestApp, testApp } from '#platform/testing/test-app.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { addImportedRecognition } from './add-imported-recognition.ts'
import { api } from './recognition-api.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { as, bareResults, lan, makeCertificate, makeProduct, newDecision, officer } from './testing.ts'

let database: Database
let app: TestApp
const made: Record<string, Awaited<ReturnType<typeof makeCertificate>>> = {}

beforeAll(async () => {
  database = await openTestDb({ damaged: bareResults })
  const { db } = database
  app = testApp(db, api)
  made.valid = await makeCertificate(as(db, lan), { average: 8000 })
  made.expiring = await makeCertificate(as(db, lan), {
    issuedOn: '2024-03-01',
    average: 7000,
    regimeId: 'qd148-2023',
  })
  made.expired = await makeCertificate(as(db, lan), {
    issuedOn: '2023-03-01',
    average: 7000,
    regimeId: 'qd148-2023',
  })
  made.revoked = await makeCertificate(as(db, lan), { issuedOn: '2026-11-02', average: 6000 })
  const revocation = {
    certificateId: made.revoked.certificateId,
    ground: 'd' as const,
    reason: 'Dùng sai nhãn',
    decision: newDecision(),
  }
  await revokeCertificate(as(db, lan), revocation)
  for (const [name, unitId] of [
    ['Mận sấy', '14'],
    ['Măng trúc', '03869~2025'],
  ] as const) {
    const product = await makeProduct(db, { name, kind: 'household' })
    await addImportedRecognition(as(db, officer), {
      ...product,
      stars: 3,
      year: 2019,
      level: 'province',
      unitId,
    })
  }
})
afterAll(() => database.close())

const get = async (path: string) => {
  const answer = await app.request(path)
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.json() }
}

test('a certificate is found by its code, however it is typed, with its status today', async () => {
  const { code = '', number } = made.valid ?? {}
  const { status, body } = await get(`/certificates/${code.toLowerCase().replace('-', '%20')}`)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    number,
    code,
    stars: 4,
    status: 'valid',
    issuedOn: '2026-11-24',
    expiresOn: '2029-11-24',
    product: { name: 'Trà xanh Tà Xùa', code: expect.stringMatching(/^14-03868-\d+-2026$/) },
    producer: { name: 'HTX chè Tà Xùa', type: 'cooperative' },
    decision: { decidedOn: '2026-11-24', signer: 'Lò Thị Lan' },
    revocation: null,
  })
})

test.each([['AAAA-AAAA'], ['nonsense'], ['%00'], ["'--"]])(
  'code %s is not found, as a problem',
  async (code) => {
    const { status, type, body } = await get(`/certificates/${code}`)
    expect([status, type]).toEqual([404, 'application/problem+json'])
    expect(body).toMatchObject({ status: 404, title: expect.any(String) })
  },
)

test.each([['valid'], ['expiring'], ['expired'], ['revoked']])(
  'certificates that are %s are listed alone',
  async (status) => {
    const { body } = await get(`/certificates?status=${status}`)
    expect(body.items.map((one: { code: string }) => one.code)).toEqual([made[status]?.code])
    expect(body.items[0].status).toBe(status)
  },
)

test('a revoked one says by which decision and ground', async () => {
  const { body } = await get(`/certificates/${made.revoked?.code}`)
  expect(body.revocation).toMatchObject({ revokedOn: '2026-11-24', ground: 'd' })
})

test.each([
  ['year=2019', 2],
  ['year=2019&stars=3&status=expired&producerType=household', 2],
  ['year=2019&stars=4', 0],
  ['status=unconfirmed', 0],
  ['commune=03868', 5],
  ['commune=03869~2025', 1],
  ['producerType=cooperative', 4],
  ['', 6],
])('recognitions by %s are %i', async (query, count) => {
  const { status, body } = await get(`/recognitions?${query}`)
  expect(status).toBe(200)
  expect(body.items).toHaveLength(count)
})

test('what was recognised without a decision on record says so', async () => {
  const { body } = await get('/recognitions?year=2019&commune=03869~2025')
  expect(body.items[0]).toMatchObject({
    decision: null,
    certificateCode: null,
    recognisedOn: null,
    commune: { name: 'Xã Háng Đồng' },
    communeToday: { id: '03868', name: 'Xã Tà Xùa' },
  })
})

test.each([['/recognitions'], ['/certificates']])('%s is read page by page, each once', async (path) => {
  const whole = (await get(path)).body.items
  const read = []
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await get(`${path}?limit=1${next && `&cursor=${next}`}`)
    read.push(...body.items)
    next = body.next
  }
  expect(read).toEqual(whole)
})

test.each([
  ['/recognitions?year=next'],
  ['/recognitions?year=1999'],
  ['/recognitions?stars=6'],
  ['/recognitions?status=green'],
  ['/recognitions?producerType=king'],
  ['/recognitions?commune=%27or'],
  ['/recognitions?limit=0'],
  ['/recognitions?limit=100000'],
  ['/recognitions?cursor=bm9uc2Vuc2U'],
  ['/certificates?status=unconfirmed'],
  ['/certificates?cursor=%25'],
])('%s is refused as a problem that names the parameter', async (path) => {
  const { status, type, body } = await get(path)
  expect([status, type]).toEqual([400, 'application/problem+json'])
  expect(body.detail).toContain(/\?(\w+)=/.exec(path)?.[1])
})
