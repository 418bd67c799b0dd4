import { producerIdsOf, type Role, unitPathsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkPart } from '#platform/ui/index.ts'
import { countTab, countTabs, listDossiers } from './dossier-list-store.ts'
import type { DossierTables } from './dossier-store.ts'
import { dossierTabs, type ListView, tabOf } from './dossier-tabs.ts'
import { countPortfolioWork, portfolioWork } from './portfolio-work.ts'
import { roundFigures } from './rounds/round-figures.ts'
import { officersLines, producersLines } from './work-lines.ts'
import './text.ts'

/** A desk as it stands on its people's home: the numbers of these tabs, and the first lines of one. */
interface Desk {
  key: 'mine' | 'inbox' | 'desk' | 'advisory' | 'overseen'
  view: ListView
  roles: readonly Role[]
  href: string
  figures: readonly string[]
  /** The tab whose dossiers wait for these people; null for those who only look. */
  lines: string | null
}

const desks: readonly Desk[] = [
  { key: 'mine', view: 'mine', roles: ['producer'], href: '/dossiers', figures: [], lines: 'to_do' },
  {
    key: 'inbox',
    view: 'inbox',
    roles: ['commune_officer'],
    href: '/inbox',
    figures: ['new', 'checking', 'waiting', 'late', 'handed_over'],
    lines: 'open',
  },
  {
    key: 'desk',
    view: 'desk',
    roles: ['province_officer'],
    href: '/desk',
    figures: ['late', 'to_check', 'checked', 'in_council', 'to_decide', 'at_centre', 'closed'],
    lines: 'to_check',
  },
  // The advisory team assesses before the council meets (QĐ 26/2026/QĐ-TTg, art. 7.3c).
  {
    key: 'advisory',
    view: 'desk',
    roles: ['advisory'],
    href: '/desk',
    figures: ['to_check', 'checked', 'in_council'],
    lines: 'checked',
  },
  {
    key: 'overseen',
    view: 'desk',
    roles: ['auditor'],
    href: '/desk',
    figures: dossierTabs.desk.map(({ key }) => key),
    lines: null,
  },
]

const shown = 5

/** The dossiers that wait for a person, by the queries of the lists behind them. */
export async function dossierWork(ctx: Ctx<DossierTables>, t: Translate): Promise<WorkPart[]> {
  const parts = await Promise.all([
    ...desksOf(ctx).map((desk) => partOf(ctx, desk, t)),
    portfolioWork(ctx, t),
  ])
  return parts.filter((part) => part !== null)
}

/** How much waits behind the places of the sidebar. */
export async function countDossierWork(ctx: Ctx<DossierTables>): Promise<Record<string, number>> {
  const query = { actor: ctx.actor, today: dayOf(ctx.now) }
  const counts = desksOf(ctx).flatMap(({ view, href, lines }) =>
    lines ? [countTab(ctx.db, { ...query, view }, tabOf(view, lines)).then((count) => [href, count])] : [],
  )
  // Of two desks behind one address the first counts.
  const counted = Object.fromEntries((await Promise.all(counts)).toReversed())
  return { ...counted, ...(await countPortfolioWork(ctx)) }
}

function desksOf({ actor }: Pick<Ctx<DossierTables>, 'actor'>): Desk[] {
  if (actor.holdings.some(({ role }) => role === 'system')) return []
  return desks.filter(({ key, roles }) =>
    key === 'mine' ? producerIdsOf(actor).length > 0 : unitPathsOf(actor, roles).length > 0,
  )
}

async function partOf(ctx: Ctx<DossierTables>, desk: Desk, t: Translate): Promise<WorkPart> {
  const { key, view, href, figures, lines } = desk
  const query = { actor: ctx.actor, view, today: dayOf(ctx.now) }
  const counts = figures.length > 0 ? await countTabs(ctx.db, query) : {}
  const tab = lines ? tabOf(view, lines) : null
  const rows = tab ? (await listDossiers(ctx.db, query, { tab, limit: shown })).rows : []
  const word = (name: string) => t(`dossiers:work.${key}.${name}`)
  return {
    key,
    title: word('title'),
    urgent: rows.length > 0,
    quiet: lines === null,
    figures: [
      ...figures.map((name) => ({
        label: t(`dossiers:page.desk.tab.${view}.${name}`),
        count: counts[name] ?? 0,
        href: `${href}?tab=${name}`,
        late: name === 'late',
      })),
      ...(key === 'desk' ? await roundFigures(ctx, t) : []),
    ],
    lines: view === 'mine' ? await producersLines(ctx, rows, t) : await officersLines(ctx, rows, t),
    ...(lines ? { empty: word('empty') } : {}),
    ...(key === 'mine' ? { begin: { href: '/dossiers/new', label: word('begin') } } : {}),
    all: { href: key === 'advisory' ? `${href}?tab=${lines}` : href, label: word('all') },
  }
}
