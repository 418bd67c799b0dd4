import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { criteriaOfDossier, findAssessment, samplesAsked } from '#modules/dossiers/index.ts'
import { namesOf } from '#modules/people/index.ts'
import { sheetAnswer, signedInOnly } from '#modules/producers/index.ts'
import { findUnits } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { sayNext } from '#platform/http/flash.ts'
import { formWords } from '#platform/http/form-words.ts'
import { render } from '#platform/http/render.tsx'
import { isId } from '#platform/ids.ts'
import { paperPdf } from '#platform/paper/draw-paper.ts'
import { formRefusal, Refusal } from '#platform/refusal.ts'
import { handlesSamples, samplePathsOf } from '../appraisal-rights.ts'
import type { AppraisalTables } from '../appraisal-tables.ts'
import { headOf } from '../appraised-dossier.ts'
import { DossierSamplesPage } from '../views/dossier-samples-page.tsx'
import { LotPage } from '../views/lot-page.tsx'
import type { ReturnedMove } from '../views/move-fields.tsx'
import { SamplesPage } from '../views/samples-page.tsx'
import { typedMove } from './move-form.ts'
import { isStep, stepsOf } from './move-kinds.ts'
import { moveSamples } from './move-samples.ts'
import { mayReceiveSamples, receiveSamples } from './receive-samples.ts'
import {
  countSamples,
  type ListedSample,
  listSamples,
  type SampleQuery,
  sampleTabs,
} from './sample-list-store.ts'
import { getLot, getSampled, seesCodes } from './sample-rights.ts'
import { sampleSheet } from './sample-sheet.ts'
import { listLotsOf, listMoves } from './sample-store.ts'
import { slipPaper } from './slip-paper.ts'
import '../text.ts'

/** Samples: the custody list, the lots of a dossier, one lot with its steps and slips. */
export const sampleRoutes = new Hono<Env>()

const inSheet = 50_000

/** What the address asks for; what it does not understand it leaves out. */
const Asked = z.object({
  tab: z.enum(sampleTabs).catch('expected').default('expected'),
  q: z.string().trim().max(100).catch('').default(''),
  after: z.string().refine(isId).optional().catch(undefined),
})

for (const path of ['/samples', '/samples/*', '/samples.xlsx', '/dossiers/:id/samples'])
  sampleRoutes.use(path, signedInOnly)

sampleRoutes.get('/samples', async (c) => {
  const ctx = c.get('ctx')
  const { tab, q, after } = Asked.parse(c.req.query())
  const query = queryOf(ctx, q)
  const { rows, next } = await listSamples(ctx.db, query, { tab, after })
  const counts = await countSamples(ctx.db, query)
  const href = (change: Record<string, string>, path = '/samples') =>
    `${path}?${new URLSearchParams(Object.entries({ tab, q, ...change }).filter(([, value]) => value !== ''))}`
  return render(
    c,
    <SamplesPage
      tab={tab}
      tabs={sampleTabs.map((key) => ({ key, href: href({ tab: key }), count: counts[key] }))}
      search={q}
      lines={await withKeepers(ctx, rows)}
      sheetHref={href({}, '/samples.xlsx')}
      nextHref={next ? href({ after: next }) : undefined}
      firstHref={after ? href({}) : undefined}
    />,
  )
})

sampleRoutes.get('/samples.xlsx', async (c) => {
  const ctx = c.get('ctx')
  const { tab, q } = Asked.parse(c.req.query())
  const { rows } = await listSamples(ctx.db, queryOf(ctx, q), { tab, limit: inSheet })
  const bytes = await sampleSheet(await withKeepers(ctx, rows), c.get('view').t)
  return sheetAnswer(c, `mau-san-pham-${dayOf(ctx.now)}`, bytes)
})

sampleRoutes.get('/dossiers/:id/samples', (c) => showDossier(c, c.req.param('id')))

sampleRoutes.post('/dossiers/:id/samples', async (c) => {
  const dossierId = c.req.param('id')
  const typed = typedMove(await c.req.parseBody())
  const receiving = receiveSamples(c.get('ctx'), { dossierId, typed })
  const refusal = await formRefusal(receiving)
  if (refusal) {
    const { faults, message, status } = formWords(refusal, c.get('view').t)
    return showDossier(c, dossierId, { kind: 'receive', typed, faults, message }, status)
  }
  const { id, code } = await receiving
  sayNext(c, 'success', 'appraisal:done.samples_received', { code })
  return c.redirect(`/samples/${id}`, 303)
})

sampleRoutes.get('/samples/:id', (c) => showLot(c, c.req.param('id')))

sampleRoutes.post('/samples/:id/moves', async (c) => {
  const lotId = c.req.param('id')
  const form = await c.req.parseBody()
  const step = String(form.step ?? '')
  const typed = typedMove(form)
  if (!isStep(step)) {
    await getLot(c.get('ctx'), lotId)
    throw new Refusal('invalid', 'appraisal.no_such_step')
  }
  const moving = moveSamples(c.get('ctx'), { lotId, step, typed })
  const refusal = await formRefusal(moving)
  if (refusal) {
    const { faults, message, status } = formWords(refusal, c.get('view').t)
    return showLot(c, lotId, { kind: step, typed, faults, message }, status)
  }
  const { blindCode } = await moving
  sayNext(c, 'success', `appraisal:done.moved_${step}`, blindCode ? { code: blindCode } : {})
  return c.redirect(`/samples/${lotId}`, 303)
})

sampleRoutes.get('/samples/:id/moves/:moveId/slip.pdf', async (c) => {
  const ctx = c.get('ctx')
  const { lot, dossier } = await getLot(ctx, c.req.param('id'))
  const move = (await listMoves(ctx.db, lot.id)).find(({ id }) => id === c.req.param('moveId'))
  if (!move) throw new Refusal('not_found', 'appraisal.move_unknown')
  if (move.kind === 'tasting' && !seesCodes(ctx.actor, lot, dossier))
    throw new Refusal('forbidden', 'appraisal.code_is_blind')
  const head = await headOf(ctx, dossier)
  const names = await namesOf(ctx.db, [move.movedBy])
  const [, provinceCode = ''] = dossier.unitPath.split('/')
  const units = await findUnits(ctx.db, [provinceCode])
  const paper = slipPaper({
    ...{ lot, move, product: head.productName, producer: head.producerName },
    province: units.get(provinceCode)?.name ?? provinceCode,
    by: names.get(move.movedBy ?? '') ?? '',
  })
  return c.body(new Uint8Array(await paperPdf(paper)), 200, {
    'content-type': 'application/pdf',
    'content-disposition': contentDisposition(
      `phieu-giao-nhan-${move.blindCode ?? lot.code}-${move.no}.pdf`,
      'inline',
    ),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
})

function queryOf({ actor }: Ctx<AppraisalTables>, search: string): SampleQuery {
  const paths = samplePathsOf(actor)
  if (paths.length === 0) throw new Refusal('forbidden', 'appraisal.for_the_province')
  return { paths, personId: actor.id, search }
}

async function withKeepers({ db, actor }: Ctx<AppraisalTables>, rows: readonly ListedSample[]) {
  const names = await namesOf(
    db,
    rows.map(({ keeperId }) => keeperId),
  )
  return rows.map((row) => ({
    ...row,
    keeper: names.get(row.keeperId ?? '') ?? null,
    mine: row.keeperId !== null && row.keeperId === actor.id,
  }))
}

async function showDossier(
  c: Context<Env>,
  dossierId: string,
  returned?: ReturnedMove,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ctx = c.get('ctx')
  const dossier = await getSampled(ctx, dossierId)
  const { kind } = await criteriaOfDossier(ctx.db, dossier)
  const isTourism = kind === 'tourism'
  const mayReceive = !isTourism && handlesSamples(ctx.actor, dossier.unitPath) && mayReceiveSamples(dossier)
  return render(
    c,
    <DossierSamplesPage
      head={await headOf(ctx, dossier)}
      lots={await listLotsOf(ctx.db, dossier.id)}
      sent={(await findAssessment(ctx.db, dossier.id))?.samples ?? null}
      asked={samplesAsked}
      {...{ mayReceive, isTourism, returned }}
    />,
    status,
  )
}

async function showLot(
  c: Context<Env>,
  lotId: string,
  returned?: ReturnedMove,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const ctx = c.get('ctx')
  const { lot, dossier } = await getLot(ctx, lotId)
  const moves = await listMoves(ctx.db, lot.id)
  const names = await namesOf(ctx.db, [lot.keeperId, ...moves.map(({ movedBy }) => movedBy)])
  const isKeeper = lot.keeperId === ctx.actor.id
  const sees = seesCodes(ctx.actor, lot, dossier)
  return render(
    c,
    <LotPage
      head={await headOf(ctx, dossier)}
      lot={lot}
      // What the reader may not know does not leave the server.
      moves={moves.map((move) => ({
        ...move,
        blindCode: move.blindCode && !sees ? '····' : move.blindCode,
        by: names.get(move.movedBy ?? '') ?? '',
      }))}
      keeper={names.get(lot.keeperId) ?? ''}
      isKeeper={isKeeper}
      seesCodes={sees}
      steps={handlesSamples(ctx.actor, dossier.unitPath) ? stepsOf({ ...lot, isKeeper }) : []}
      returned={returned}
    />,
    status,
  )
}
