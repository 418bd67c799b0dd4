import type { Hono } from 'hono'
import JSZip from 'jszip'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillDemonstration } from '../src/demo/fill-demonstration.ts'
import type { Database } from '../src/platform/db/connect.ts'
import type { Env } from '../src/platform/http/env.ts'
import { testNow } from '../src/platform/testing/test-ctx.ts'
import { openTestDb } from '../src/platform/testing/test-db.ts'
import { testFiles } from '../src/platform/testing/test-files.ts'
import { openProgram } from './program.ts'

/**
 * What a council came to is nobody's but the council's until its decision is out. Every address that a visitor can reach
 * is opened, from the start and the sitemap on; the lists behind them too.
 */
let database: Database
let app: Hono<Env>
const opened = new Map<string, string>()

interface Waiting {
  id: string
  code: string
  average: number
}
let waiting: Waiting[]

beforeAll(async () => {
  database = await openTestDb()
  const files = await testFiles()
  await fillDemonstration({ db: database.db, log: pino({ level: 'silent' }), files, now: testNow })
  app = await openProgram(database.db, { files, clock: () => testNow })
  waiting = await undecided()
  await walk(['/', '/sitemap.xml', ...(await lists())])
}, 300_000)
afterAll(() => database.close())

/** Scored, without a decision, by averages that no other product has. */
async function undecided(): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select d.id::text, d.code, r.average from dossier d join council_result r on r.dossier_id = d.id
    where d.state in ('scored', 'sent_to_centre') and r.average % 100 <> 0`.execute(database.db)
  return rows
}

/** The addresses of the API that take nothing, and of those lists that only a button leads to. */
async function lists(): Promise<string[]> {
  const answer = await app.request('/api/v1/openapi.json')
  const { paths } = (await answer.json()) as { paths: Record<string, { get?: unknown }> }
  const plain = Object.entries(paths).flatMap(([path, { get }]) =>
    get && !path.includes('{') ? [`/api/v1${path}`] : [],
  )
  return ['/api/v1/openapi.json', '/thong-ke.xlsx', '/thong-ke/khung-diem.csv', ...plain]
}

const most = 1_500
const leftOut = /^\/(assets|art|icons|pictures|fonts)\/|^\/sign-|^\/:|logout|\.(png|svg|jpg|webmanifest)$/

async function walk(from: readonly string[]): Promise<void> {
  const queue = [...from]
  for (let path = queue.shift(); path && opened.size < most; path = queue.shift()) {
    if (opened.has(path) || leftOut.test(path)) continue
    const answer = await app.request(path)
    const text = await textOf(answer)
    opened.set(path, text)
    if (answer.status === 200) queue.push(...linksIn(text).filter((link) => !opened.has(link)))
  }
}

/** What it says; of an Excel file its sheets. */
async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.includes('spreadsheetml')) return answer.text()
  const zip = await JSZip.loadAsync(await answer.arrayBuffer())
  const sheets = Object.values(zip.files).filter(({ name }) => name.endsWith('.xml'))
  return (await Promise.all(sheets.map((file) => file.async('text')))).join('\n')
}

function linksIn(text: string): string[] {
  const hrefs = [...text.matchAll(/href="(\/[^"#]*)/g), ...text.matchAll(/<loc>https?:\/\/[^/]+(\/[^<]*)/g)]
  return hrefs.map(([, href = '']) => href.replaceAll('&amp;', '&'))
}

test('there are results without a decision, and the walk reached what is public', () => {
  expect(waiting.length).toBeGreaterThan(0)
  const reached = [...opened.keys()]
  for (const place of [
    '/san-pham',
    '/thong-ke',
    '/chu-the/',
    '/bo-tieu-chi',
    '/api/v1/statistics/score-bands',
  ])
    expect(
      reached.some((path) => path.startsWith(place)),
      place,
    ).toBe(true)
  expect(reached.length).toBeGreaterThan(100)
  process.stdout.write(`${reached.length} public addresses opened\n`)
})

test('none of them is told anywhere: not by points, nor by code, nor by its dossier', () => {
  const told = [...opened].flatMap(([path, text]) =>
    waiting.flatMap(({ id, code, average }) => {
      const points = (average / 100).toFixed(2)
      const words = [points, points.replace('.', ','), code, id]
      return words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`)
    }),
  )
  expect(told).toEqual([])
})

test('no page of a session, a sheet or a result opens for a visitor', async () => {
  const { rows } = await sql<{ session: string; dossier: string }>`
    select session_id::text as session, dossier_id::text as dossier from session_dossier`.execute(database.db)
  for (const { session, dossier } of rows)
    for (const path of [
      `/sessions/${session}`,
      `/sessions/${session}/documents`,
      `/sessions/${session}/documents.zip`,
      `/sessions/${session}/agreement`,
      `/sessions/${session}/minutes.pdf`,
      `/sessions/${session}/dossiers/${dossier}/result`,
    ]) {
      const { status } = await app.request(path)
      expect([302, 303, 401, 403, 404], `${path}: ${status}`).toContain(status)
    }
})
