import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { startPostgres } from '../../scripts/postgres.mjs'
import { migrations } from '../../src/migrations.ts'
import { answersOfTotal } from '../../src/modules/councils/testing.ts'
import { theSet } from '../../src/modules/regulation/testing.ts'
import { type Database, openEmbedded, openServer } from '../../src/platform/db/connect.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { serve, stop } from '../e2e/serve.ts'
import { fillSessions, type ScoringMember, setId } from './fill-session.ts'
import { atMost, type Figure, quantile } from './measure.ts'
import { type Scorer, scorerOf } from './scoring-member.ts'

const councils = 5
const dossiers = Number(process.env.BENCH_DOSSIERS ?? 200)
/** How long a member looks at a criterion in this bench: far shorter than anybody does, drawn evenly around it. */
const thinkingTime = 300

/**
 * Forty members of five councils score 200 products at once, answer by answer, over HTTP: how long a saved answer takes,
 * and whether every sheet is in the database once and as it was sent. A sheet of 34 criteria is answered whole.
 */
export async function sessionFigures(): Promise<Figure[]> {
  return [...(await onEmbedded()), ...(await onServer())]
}

async function onEmbedded(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saolang-bench-'))
  const open = () => openEmbedded(folder)
  const figures = await measure({ open, name: 'embedded', serving: () => serve(folder, { DEMO: 'on' }) })
  rmSync(folder, { recursive: true, force: true })
  return figures
}

async function onServer(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'saolang-bench-'))
  const postgres = await startPostgres()
  const open = async () => openServer(postgres.url)
  const settings = { DEMO: 'on', DATABASE_URL: postgres.url }
  const figures = await measure({ open, name: 'PostgreSQL', serving: () => serve(folder, settings) })
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
  return figures
}

interface Place {
  name: string
  open: () => Promise<Database>
  serving: () => ReturnType<typeof serve>
}

async function measure({ name, open, serving }: Place): Promise<Figure[]> {
  const before = await open()
  await migrate(before.db, migrations)
  const members = await fillSessions(before.db, { councils, dossiers })
  await before.close()

  const { server, address } = await serving()
  const scorers: Scorer[] = []
  for (const member of members) scorers.push(await scorerOf(address, member))
  const half = dossiers / councils / 2
  const thinking = () => thinkingTime * (0.5 + Math.random())
  const calm = await scoreAll(members, scorers, { from: 0, to: half, thinking })
  const rushed = await scoreAll(members, scorers, { from: half, to: half * 2, thinking: () => 0 })
  await stop(server)

  const after = await open()
  const faults = await faultsIn(after.db, members)
  await after.close()
  if (faults.length > 0)
    throw new Error(`${name}: ${faults.length} sheets lost, doubled or changed: ${faults[0]}`)
  const sheets = members.reduce((sum, { dossierIds }) => sum + dossierIds.length, 0)
  return [
    atMost(
      `${name}: a saved answer, p95, ${members.length} members, each one about every ${thinkingTime} ms`,
      quantile(calm.saved, 0.95),
      200,
      'ms',
    ),
    atMost(`${name}: the same, a sheet handed in, p95`, quantile(calm.handedIn, 0.95), 200, 'ms'),
    {
      what: `${name}: a saved answer, p95, when nobody thinks at all (${rushed.perSecond} a second)`,
      value: `${Math.round(quantile(rushed.saved, 0.95))} ms`,
      aim: '–',
      met: true,
    },
    { what: `${name}: sheets of ${sheets} lost, doubled or changed`, value: '0', aim: '0', met: true },
  ]
}

interface Span {
  from: number
  to: number
  thinking: () => number
}

async function scoreAll(
  members: readonly ScoringMember[],
  scorers: readonly Scorer[],
  { from, to, thinking }: Span,
): Promise<{ saved: number[]; handedIn: number[]; perSecond: number }> {
  const saved: number[] = []
  const handedIn: number[] = []
  const began = performance.now()
  const scoring = members.map(async ({ dossierIds }, place) => {
    for (const dossierId of dossierIds.slice(from, to)) {
      const scored = await scorers[place]?.score(dossierId, sheetOf(place), thinking)
      saved.push(...(scored?.saved ?? []))
      handedIn.push(scored?.handedIn ?? 0)
    }
  })
  await Promise.all(scoring)
  return { saved, handedIn, perSecond: Math.round((saved.length * 1000) / (performance.now() - began)) }
}

const set = theSet(setId)
const sheets = Array.from({ length: 8 }, (_, place) => answersOfTotal(set, 74 + place))
const sheetOf = (place: number) => sheets[place % sheets.length] ?? {}

/** Sheets that are not in the database once, handed in, as they were sent, with their event. */
// biome-ignore lint/suspicious/noExplicitAny: it reads the tables of every module
async function faultsIn(db: Kysely<any>, members: readonly ScoringMember[]): Promise<string[]> {
  const { rows } = await sql<{ email: string; dossierId: string; answers: unknown; events: number }>`
    select p.email, s.dossier_id, s.answers,
      (select count(*)::int from event e where e.subject = 'council_session:' || s.session_id
        and e.name = 'score_sheet.handed_in' and e.actor_id = s.member_id
        and e.facts->>'dossierId' = s.dossier_id::text) as events
    from score_sheet s join person p on p.id::text = s.member_id::text
    where s.handed_in_at is not null`.execute(db)
  const faults: string[] = []
  for (const [place, { email, dossierIds }] of members.entries()) {
    for (const dossierId of dossierIds) {
      const found = rows.filter((row) => row.email === email && row.dossierId === dossierId)
      const [sheet] = found
      const kept = sheet && sameAnswers(sheet.answers, sheetOf(place)) && sheet.events === 1
      if (found.length !== 1 || !kept) faults.push(`${email} ${dossierId}`)
    }
  }
  return faults
}

function sameAnswers(kept: unknown, sent: object): boolean {
  const sorted = (answers: object) => JSON.stringify(Object.entries(answers).sort())
  return sorted(kept as object) === sorted(sent)
}
