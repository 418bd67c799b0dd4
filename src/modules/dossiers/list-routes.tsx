import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { type Role, unitPathsOf } from '#modules/people/index.ts'
import { findProduct } from '#modules/products/index.ts'
import { dayOf } from '#platform/dates.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import { pictureOf } from '#platform/files/picture-of.ts'
import type { Env } from '#platform/http/env.ts'
import { render } from '#platform/http/render.tsx'
import { Refusal } from '#platform/refusal.ts'
import { batchBarFor } from './batch/batch-steps.ts'
import { dossierLine } from './dossier-line.ts'
import { countTabs, type ListQuery, listDossiers } from './dossier-list-store.ts'
import { dossierTabs, tabOf } from './dossier-tabs.ts'
import { getDossier } from './get-dossier.ts'
import { hrefOf, namesIn, sendDossierSheet } from './list-answers.ts'
import { DeskPage } from './views/desk-page.tsx'
import { InboxPage } from './views/inbox-page.tsx'
import './text.ts'

/** The officers' lists of dossiers: a commune's inbox, a province's desk. */
export const officerListRoutes = new Hono<Env>()

type OfficerView = 'inbox' | 'desk'

const readers: Record<OfficerView, readonly Role[]> = {
  inbox: ['commune_officer', 'province_officer', 'auditor'],
  desk: ['province_officer', 'advisory', 'leader', 'central_officer', 'auditor'],
}
const inSheet = 50_000

/** What the address asks for; what it does not understand it leaves out. */
const Asked = z.object({
  tab: z.string().optional(),
  q: z.string().trim().max(100).catch('').default(''),
  kind: z.enum(['first', 'upgrade', 'reassessment']).optional().catch(undefined),
  after: z.string().optional(),
  holder: z.literal('me').optional().catch(undefined),
  all: z.literal('1').optional().catch(undefined),
})

for (const view of ['inbox', 'desk'] as const) {
  officerListRoutes.get(`/${view}`, (c) => showList(c, view))
  officerListRoutes.get(`/${view}.xlsx`, (c) => sendSheet(c, view))
}

officerListRoutes.get('/dossiers/:id/picture.webp', async (c) => {
  const { db } = c.get('ctx')
  const { productId } = await getDossier(c.get('ctx'), c.req.param('id'))
  const fileId = (await findProduct(db, productId))?.pictureFileId ?? ''
  const files = c.get('files')
  const { sha256 } = await openStoredFile(db, files, fileId)
  const picture = await pictureOf(files, sha256, 160)
  if (!picture) throw new Refusal('not_found', 'files.unknown')
  return c.body(new Uint8Array(picture), 200, {
    'content-type': 'image/webp',
    'cache-control': 'private, max-age=86400',
  })
})

async function showList(c: Context<Env>, view: OfficerView): Promise<Response> {
  const { db, actor } = c.get('ctx')
  const asked = Asked.parse(c.req.query())
  const tab = tabOf(view, asked.tab)
  const query = queryOf(c, view, asked)
  const { rows, next } = await listDossiers(db, query, { tab, after: asked.after })
  const counts = await countTabs(db, query)
  const href = (change: Record<string, string>, path = `/${view}`) =>
    hrefOf(path, {
      ...{ tab: tab.key, q: asked.q, kind: asked.kind ?? '', holder: asked.holder ?? '' },
      ...change,
    })
  const seen = { actor, today: query.today, ...(await namesIn(db, rows)) }
  // Whoever works in one commune knows where its dossiers come from.
  const own = new Set(unitPathsOf(actor, readers[view]))
  const places = new Map([...seen.places].filter(([path]) => !own.has(path)))
  const Page = view === 'inbox' ? InboxPage : DeskPage
  return render(
    c,
    <Page
      tab={tab.key}
      tabs={dossierTabs[view].map(({ key, late }) => ({
        key,
        href: href({ tab: key }),
        count: counts[key] ?? 0,
        late: late ?? false,
      }))}
      search={asked.q}
      kind={asked.kind ?? ''}
      mine={asked.holder === 'me'}
      batch={
        view === 'desk'
          ? batchBarFor(actor, {
              list: 'desk',
              tab: tab.key,
              all: asked.all,
              href: href({ after: asked.after ?? '' }),
            })
          : null
      }
      lines={rows.map((row) => dossierLine(row, { ...seen, places }))}
      sheetHref={href({}, `/${view}.xlsx`)}
      nextHref={next ? href({ after: next }) : undefined}
      firstHref={asked.after ? href({}) : undefined}
      hasCounter={unitPathsOf(actor, 'commune_officer').length > 0}
    />,
  )
}

async function sendSheet(c: Context<Env>, view: OfficerView): Promise<Response> {
  const { db } = c.get('ctx')
  const asked = Asked.parse(c.req.query())
  const query = queryOf(c, view, asked)
  const { rows } = await listDossiers(db, query, { tab: tabOf(view, asked.tab), limit: inSheet })
  return sendDossierSheet(c, rows, `ho-so-${query.today}.xlsx`)
}

function queryOf(c: Context<Env>, view: OfficerView, { q, kind, holder }: z.infer<typeof Asked>): ListQuery {
  const { actor, now } = c.get('ctx')
  if (unitPathsOf(actor, readers[view]).length === 0) throw new Refusal('forbidden', 'dossiers.for_officers')
  const holderId = holder && (actor.id ?? undefined)
  return { actor, view, today: dayOf(now), search: q, kind, holderId }
}
