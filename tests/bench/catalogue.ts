import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type ServerType, serve } from '@hono/node-server'
import type { Kysely } from 'kysely'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openInstallation, openSignIn } from '../../src/installation.ts'
import { listCatalogue } from '../../src/modules/catalogue/catalogue-store.ts'
import type { CatalogueTables } from '../../src/modules/catalogue/catalogue-tables.ts'
import { nobody } from '../../src/platform/ctx.ts'
import { dayOf } from '../../src/platform/dates.ts'
import { openLog } from '../../src/platform/log.ts'
import { fillCatalogue } from './fill-catalogue.ts'
import { atLeast, atMost, type Figure, quantile, timesOf } from './measure.ts'

const size = 20_000
const searches = [
  'che shan',
  'ca phe',
  'tra xanh may',
  'mật ong',
  'htx ta xua',
  'say deo',
  'chè sahn tuyet',
  'gao nep',
]
const lists = ['', '?sao=4', '?trang-thai=con-hieu-luc', '?xa=03868', '?nhom=I', '?sao=3&trang-thai=het-han']

/** How fast the public site is with twenty thousand products: searched, drawn, and from memory beside a bare answer. */
export async function catalogueFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saolang-bench-'))
  const installation = await openInstallation(readConfig({ DATA_DIR: folder }), openLog('info', devNull))
  const { db } = installation.database
  const { code, slug } = await fillCatalogue(db, size)
  const app = createApp({
    db,
    jobs: { send: async () => {} },
    log: installation.log,
    clock: () => new Date(),
    demo: false,
    publicUrl: null,
    trustProxy: false,
    files: installation.files,
    signingKey: installation.signingKey,
    auth: await openSignIn(installation),
    whoAsks: async () => ({ actor: nobody, twoFactorOn: false, locale: null, cookies: [], sessionId: null }),
    demoPassword: null,
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const figures = [...(await drawn(db, origin)), ...(await fromMemory(origin, { code, slug }))]
  await closed(server)
  await installation.close()
  rmSync(folder, { recursive: true, force: true })
  return figures
}

/** With a cookie of somebody who may be signed in, so that nothing comes from memory. */
async function drawn(db: Kysely<CatalogueTables>, origin: string): Promise<Figure[]> {
  const get = async (path: string) => {
    const answer = await fetch(origin + path, { headers: { cookie: 'other=1' } })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    await answer.text()
  }
  const day = dayOf(new Date())
  const searching = await timesOf(
    240,
    (run) => listCatalogue(db, { search: searches[run % searches.length] ?? '' }, { day, limit: 24 }),
    searches.length,
  )
  const listing = await timesOf(120, (run) => get(`/san-pham${lists[run % lists.length]}`), lists.length)
  return [
    atMost(`search among ${size} products, p95`, quantile(searching, 0.95), 30, 'ms'),
    atMost(`page of a list of ${size} products, drawn anew, p99`, quantile(listing, 0.99), 60, 'ms'),
  ]
}

/**
 * What the server spends on a page from memory beside what it spends on a bare answer, in processor time: how many
 * requests come through in a second also hangs on who asks. By turns, and the middle one, for the machine is uneven.
 */
async function fromMemory(origin: string, { code, slug }: { code: string; slug: string }): Promise<Figure[]> {
  const pages = {
    'list of products': '/san-pham',
    'product page': `/san-pham/${slug}`,
    '/v/<code>': `/v/${code}`,
  }
  const figures: Figure[] = []
  for (const [what, path] of Object.entries(pages)) {
    await costOf(origin + path)
    const shares: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const bare = await costOf(`${origin}/health`)
      shares.push((100 * bare) / (await costOf(origin + path)))
    }
    figures.push(atLeast(`${what} from memory, share of a bare answer`, quantile(shares, 0.5), 50, '%'))
  }
  return figures
}

/** Microseconds of the processor that this process spends on one answer. Another process asks. */
async function costOf(url: string): Promise<number> {
  const cli = createRequire(import.meta.url).resolve('autocannon/autocannon.js')
  const options = ['--json', '--no-progress', '-c', '10', '-d', '3', '-H', 'accept-encoding=gzip, br']
  const before = process.cpuUsage()
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...options, url])
  const { user, system } = process.cpuUsage(before)
  const { requests, non2xx } = JSON.parse(stdout)
  if (non2xx > 0) throw new Error(`${url} answered ${non2xx} times with something else`)
  return (user + system) / requests.total
}

function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}
