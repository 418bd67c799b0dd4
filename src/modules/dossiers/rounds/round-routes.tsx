import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { holds, unitPathsOf } from '#modules/people/index.ts'
import { findUnits } from '#modules/territory/index.ts'
import { dayOf } from '#platform/dates.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import { attempt, sentenceOf } from '../attempt.ts'
import { batchBarFor } from '../batch/batch-steps.ts'
import '../batch/text.ts'
import { dossierLine } from '../dossier-line.ts'
import { listDossiers } from '../dossier-list-store.ts'
import { hrefOf, namesIn, sendDossierSheet, sendSheet } from '../list-answers.ts'
import { auditingRoles, readingRoles } from '../reach.ts'
import { addExtraRound, type ExtraRoundFaults, type NewExtraRound } from './add-extra-round.ts'
import { carryRoutes } from './carry-routes.tsx'
import { listRoundViews, type RoundView, readRound, roundQuery } from './read-rounds.ts'
import { columnOf } from './round-columns.ts'
import { roundSheet } from './round-sheet.ts'
import { listCommunesOfRound } from './round-store.ts'
import { ExtraRoundPage } from './views/extra-round-page.tsx'
import { RoundPage } from './views/round-page.tsx'
import { RoundsPage } from './views/rounds-page.tsx'
import './text.ts'

/** The rounds of a province: all of them, the board of one, an extra one, carrying from one to the next. */
export const roundRoutes = new Hono<Env>()

const inSheet = 50_000

/** What the address asks for; what it does not understand it leaves out. */
const Asked = z.object({
  column: z.string().optional(),
  q: z.string().trim().max(100).catch('').default(''),
  kind: z.enum(['first', 'upgrade', 'reassessment']).optional().catch(undefined),
  commune: z
    .string()
    .regex(/^vn\/\d+\/\d+$/)
    .optional()
    .catch(undefined),
  holder: z.literal('me').optional().catch(undefined),
  after: z.string().optional(),
  all: z.literal('1').optional().catch(undefined),
})

roundRoutes.get('/rounds', async (c) => {
  refuseOthers(c)
  const ctx = c.get('ctx')
  const all = await listRoundViews(ctx)
  const year = c.req.query('year') ?? ''
  const rounds = inYear(all, year)
  const paths = [...new Set(all.map(({ provincePath }) => provincePath))]
  return render(
    c,
    <RoundsPage
      rounds={rounds}
      provinces={paths.length > 1 ? await namesOfProvinces(c, paths) : new Map()}
      years={[...new Set(all.map((round) => round.year))].sort()}
      year={year}
      mayAdd={unitPathsOf(ctx.actor, 'province_officer').length > 0}
      sheetHref={hrefOf('/rounds.xlsx', { year })}
    />,
  )
})

roundRoutes.get('/rounds.xlsx', async (c) => {
  refuseOthers(c)
  const { t } = c.get('view')
  const rounds = inYear(await listRoundViews(c.get('ctx')), c.req.query('year') ?? '')
  const bytes = await writeSheet(roundSheet(rounds, t))
  return sendSheet(c, bytes, `dot-danh-gia-${dayOf(c.get('ctx').now)}.xlsx`)
})

roundRoutes.get('/rounds/new', (c) => showExtra(c, { typed: {}, faults: {} }))

roundRoutes.post('/rounds', async (c) => {
  const form = await c.req.formData()
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 100)
  const typed = {
    provincePath: text('provincePath'),
    planNumber: text('planNumber'),
    plannedOn: text('plannedOn'),
    proposalsBefore: text('proposalsBefore'),
    doneBefore: text('doneBefore'),
  }
  const { done, refusal } = await attempt(() => addExtraRound(c.get('ctx'), typed))
  if (refusal) {
    const faults = (refusal.facts.faults ?? {}) as ExtraRoundFaults
    return showExtra(c, { typed, faults, message: c.get('view').t(sentenceOf(refusal)) })
  }
  sayNext(c, 'success', 'rounds:extra.saved')
  return c.redirect(`/rounds/${done.id}`, 303)
})

roundRoutes.get('/rounds/:id', async (c) => {
  const ctx = c.get('ctx')
  const round = await readRound(ctx, c.req.param('id'))
  const asked = Asked.parse(c.req.query())
  const column = columnOf(asked.column)
  const { rows, next } = await listDossiers(ctx.db, queryOf(c, round, asked), {
    tab: column,
    after: asked.after,
  })
  const href = (change: Record<string, string>, path = `/rounds/${round.id}`) =>
    hrefOf(path, { ...filtersOf(asked), column: column.key, ...change })
  const seen = { actor: ctx.actor, today: dayOf(ctx.now), ...(await namesIn(ctx.db, rows)) }
  return render(
    c,
    <RoundPage
      round={round}
      column={column.key}
      asked={{
        q: asked.q,
        kind: asked.kind ?? '',
        commune: asked.commune ?? '',
        mine: asked.holder === 'me',
      }}
      communes={await communesOf(c, round)}
      columnHref={(key) => href({ column: key })}
      sheetHref={href({}, `/rounds/${round.id}/list.xlsx`)}
      lines={rows.map((row) => dossierLine(row, seen))}
      batch={batchBarFor(ctx.actor, {
        list: 'round',
        tab: column.key,
        all: asked.all,
        href: href({ after: asked.after ?? '' }),
      })}
      nextHref={next ? href({ after: next }) : undefined}
      firstHref={asked.after ? href({}) : undefined}
    />,
  )
})

roundRoutes.get('/rounds/:id/list.xlsx', async (c) => {
  const ctx = c.get('ctx')
  const round = await readRound(ctx, c.req.param('id'))
  const asked = Asked.parse(c.req.query())
  const tab = columnOf(asked.column)
  const { rows } = await listDossiers(ctx.db, queryOf(c, round, asked), { tab, limit: inSheet })
  const { kind, number, year } = round
  const name = `dot-${kind === 'extra' ? 'bo-sung-' : ''}${number}-${year}-${dayOf(ctx.now)}.xlsx`
  return sendDossierSheet(c, rows, name)
})

roundRoutes.route('/', carryRoutes)

async function showExtra(
  c: Context<Env>,
  { typed, faults, message }: { typed: Partial<NewExtraRound>; faults: ExtraRoundFaults; message?: string },
): Promise<Response> {
  const { actor, now } = c.get('ctx')
  const paths = unitPathsOf(actor, 'province_officer')
  if (paths.length === 0) throw new Refusal('forbidden', 'rounds.for_the_province')
  const names = await namesOfProvinces(c, paths)
  return render(
    c,
    <ExtraRoundPage
      typed={typed}
      faults={faults}
      provinces={paths.map((path) => ({ path, name: names.get(path) ?? path }))}
      message={message}
      today={dayOf(now)}
    />,
    message ? 422 : 200,
  )
}

function queryOf(
  c: Context<Env>,
  round: RoundView,
  { column, q, kind, commune, holder }: z.infer<typeof Asked>,
) {
  const ctx = c.get('ctx')
  return {
    ...roundQuery(ctx, columnOf(column).key, round),
    ...{ search: q, kind, unitPath: commune },
    holderId: holder && (ctx.actor.id ?? undefined),
  }
}

function filtersOf({ q, kind, commune, holder }: z.infer<typeof Asked>): Record<string, string> {
  return { q, kind: kind ?? '', commune: commune ?? '', holder: holder ?? '' }
}

function inYear(rounds: readonly RoundView[], year: string): RoundView[] {
  return rounds.filter((round) => year === '' || String(round.year) === year)
}

async function communesOf(c: Context<Env>, round: RoundView): Promise<{ path: string; name: string }[]> {
  const { db, actor } = c.get('ctx')
  const all = await listCommunesOfRound(db, round.id)
  const paths = all.filter((path) => holds(actor, [...readingRoles, ...auditingRoles], path))
  const units = await findUnits(
    db,
    paths.map((path) => path.split('/').at(-1) ?? ''),
  )
  return [...units.values()]
    .map(({ path, name }) => ({ path, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

async function namesOfProvinces(c: Context<Env>, paths: readonly string[]): Promise<Map<string, string>> {
  const codes = paths.map((path) => path.split('/').at(-1) ?? '')
  const units = await findUnits(c.get('ctx').db, codes)
  return new Map(paths.map((path) => [path, units.get(path.split('/').at(-1) ?? '')?.name ?? path]))
}

function refuseOthers(c: Context<Env>): void {
  const reading = [...readingRoles, ...auditingRoles]
  if (unitPathsOf(c.get('ctx').actor, reading).length === 0)
    throw new Refusal('forbidden', 'dossiers.for_officers')
}
