import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/db/connect.ts'
import { digestOf } from '#platform/events/digest.ts'
import type { Env } from '#platform/http/env.ts'
import { testCtx } from '#platform/testing/test-ctx.ts'
import { openTestDb } from '#platform/testing/test-db.ts'
import { api } from './api.ts'
import { publishAllSets } from './publish-all-sets.ts'
import { fullPoints, pointsOfTotal, theSet } from './testing.ts'

const coffee = theSet('qd26-2026-13')
let database: Database
let app: Hono<Env>

beforeAll(async () => {
  database = await openTestDb()
  await publishAllSets(testCtx(database.db), { acceptedBy: 'Thử nghiệm' })
  app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('ctx', testCtx(database.db))
    await next()
  })
  app.route('/api/v1', api)
})
afterAll(() => database.close())

async function get(path: string) {
  const answer = await app.request(`/api/v1${path}`)
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.json() }
}

async function assess(body: unknown, id = 'qd26-2026-13') {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { 'content-type': 'application/json' }
  const answer = await app.request(`/api/v1/criteria-sets/${id}/assessments`, {
    method: 'POST',
    headers,
    body: text,
  })
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.json() }
}

const sheetsOf = (...points: Record<string, number>[]) => ({ sheets: points.map((one) => ({ points: one })) })

describe('the criteria sets', () => {
  test('are listed, all or of one regime', async () => {
    const { body } = await get('/criteria-sets')
    expect(body.items).toHaveLength(54)
    const today = (await get('/criteria-sets?regime=qd26-2026')).body.items
    expect(today).toHaveLength(26)
    expect(today[12]).toMatchObject({
      id: 'qd26-2026-13',
      productSetNo: 13,
      nameVi: 'Cà phê, ca cao',
      validTo: null,
    })
  })

  test('are given whole, with a digest that anybody can check', async () => {
    const { status, body } = await get('/criteria-sets/qd26-2026-13')
    const { digest, publishedAt, ...set } = body
    expect(status).toBe(200)
    expect(set).toEqual(coffee)
    expect(digest).toBe(digestOf(set))
    expect(publishedAt).toBe('2026-11-24T07:05:32.000Z')
  })

  test('that do not exist are not found', async () => {
    for (const id of ['qd26-2026-27', 'qd148-2023-05', 'constructor']) {
      expect(await get(`/criteria-sets/${id}`)).toMatchObject({
        status: 404,
        type: 'application/problem+json',
        body: { status: 404 },
      })
    }
  })
})

describe('an assessment', () => {
  const seven = [92, 92, 93, 92, 92, 93, 92].map((total, at) =>
    pointsOfTotal(coffee, total, { '4.1': [5, 5, 3, 3, 5, 3, 3][at] ?? 0 }, 5),
  )

  test('of the worked example: 92.29, band 5, 4 stars, the missed mark, and why', async () => {
    const { status, body } = await assess(sheetsOf(...seven))
    expect(status).toBe(200)
    expect(body).toMatchObject({ average: 92.29, band: 5, stars: 4, marks: 'binding' })
    expect(body.missedMarks).toEqual([{ criterion: '4.1', rank: 5, needed: 5 }])
    expect(Object.keys(body.parts)).toEqual(['A', 'B', 'C'])
    expect(body.deviation).toEqual({ highest: 93, lowest: 92, spread: 1, limit: 10, exceeded: false })
    expect(body.trace).toContainEqual(
      expect.objectContaining({
        step: 'average',
        average: 92.29,
        en: 'Sum of the totals 646, sheets 7: average 92.29.',
      }),
    )
    expect(body.trace.at(-1)).toEqual({ step: 'stars', stars: 4, vi: '→ 4 sao.', en: '→ Stars: 4.' })
  })

  test('keeps to the rules given', async () => {
    const rules = { markRule: 'all', rounding: { decimals: 0 }, maxDeviation: 0 }
    const { body } = await assess({ ...sheetsOf(...seven), rules })
    expect(body).toMatchObject({ average: 92, stars: 4, deviation: { limit: 0, exceeded: true } })
    expect(
      (
        await assess(
          {
            ...sheetsOf(fullPoints(theSet('qd26-2026-26'), { '3.4': 1 })),
            rules: { tourismMarks: 'binding' },
          },
          'qd26-2026-26',
        )
      ).body,
    ).toMatchObject({ stars: 3, marks: 'binding' })
  })

  test('of sheets too far apart is given, and says so', async () => {
    const { status, body } = await assess(
      sheetsOf(...[60, 71].map((total) => pointsOfTotal(coffee, total, {}, 3))),
    )
    expect([status, body.average, body.deviation.exceeded]).toEqual([200, 65.5, true])
    expect(body.trace.at(-1).step).toBe('not_closed')
  })

  test('asks for a quorum only when told of a council', async () => {
    const six = { ...sheetsOf(...seven.slice(0, 5)), council: { members: 7 } }
    expect(await assess(six)).toMatchObject({
      status: 422,
      type: 'application/problem+json',
      body: { faults: [] },
    })
    expect((await assess({ ...sheetsOf(...seven), council: { members: 7 } })).status).toBe(200)
  })

  test('proposes the knock-out where a 0 stops scoring', async () => {
    const { body } = await assess(sheetsOf(fullPoints(theSet('qd26-2026-16'), { '6.1': 0 })), 'qd26-2026-16')
    expect(body.proposedKnockouts).toEqual([{ key: '6.4', criterion: '6.1', sheets: 1 }])
  })

  test('of every published set, with full points, is 5 stars where the sheet reaches 90', async () => {
    for (const { id } of (await get('/criteria-sets')).body.items) {
      const { status, body } = await assess(sheetsOf(fullPoints(theSet(id))), id)
      expect([status, body.stars], id).toEqual([200, 5])
    }
  })

  test('names every fault of every sheet', async () => {
    const { '4.1': _, ...missing } = fullPoints(coffee)
    const { status, type, body } = await assess(sheetsOf(missing, fullPoints(coffee, { '4.1': 4, '9.9': 1 })))
    expect([status, type]).toEqual([422, 'application/problem+json'])
    expect(body.faults).toEqual([
      { sheet: 0, criterion: '4.1', fault: 'missing' },
      { sheet: 1, criterion: '4.1', fault: 'not_an_option' },
      { sheet: 1, criterion: '9.9', fault: 'unknown_criterion' },
    ])
  })

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a list', []],
    ['no sheets', {}],
    ['an empty list of sheets', { sheets: [] }],
    ['sheets that are no list', { sheets: { points: {} } }],
    ['a sheet without points', { sheets: [{}] }],
    ['points that are a list', { sheets: [{ points: [1] }] }],
    ['points that are words', { sheets: [{ points: { '1.1': '3' } }] }],
    ['points that are null', { sheets: [{ points: { '1.1': null } }] }],
    ['a total beside the points', { sheets: [{ points: {}, total: 100 }] }],
    ['a rule that does not exist', { ...sheetsOf(fullPoints(coffee)), rules: { bestOf: 3 } }],
    ['a rule with a wrong value', { ...sheetsOf(fullPoints(coffee)), rules: { markRule: 'some' } }],
    ['too many sheets', { sheets: Array.from({ length: 101 }, () => ({ points: {} })) }],
  ])('refuses %s as not of this form', async (_, body) => {
    expect(await assess(body)).toMatchObject({
      status: 400,
      type: 'application/problem+json',
      body: { status: 400 },
    })
  })

  test('refuses a body that is too large', async () => {
    const { status, type } = await assess(JSON.stringify(sheetsOf(fullPoints(coffee))) + ' '.repeat(600_000))
    expect([status, type]).toEqual([413, 'application/problem+json'])
  })

  test('of a set that does not exist is not found', async () => {
    expect(await assess(sheetsOf(fullPoints(coffee)), 'qd26-2026-27')).toMatchObject({ status: 404 })
  })
})

test('the API describes itself', () => {
  const { paths, components } = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Sao Làng', version: '1' },
  })
  expect(Object.keys(paths ?? {})).toEqual([
    '/criteria-sets',
    '/criteria-sets/{id}',
    '/criteria-sets/{id}/assessments',
  ])
  expect(Object.keys(components?.schemas ?? {})).toEqual(
    expect.arrayContaining(['Assessment', 'AssessmentResult', 'CriteriaSet', 'Problem']),
  )
})
