import { producerIdsOf, type Role, unitPathsOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf, daysBetween, showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine, WorkPart } from '#platform/ui/index.ts'
import { clockOf } from './clock.ts'
import { pictureHref } from './dossier-line.ts'
import { countTabs, type ListedDossier, listDossiers } from './dossier-list-store.ts'
import type { DossierTables } from './dossier-store.ts'
import { type ListView, tabOf } from './dossier-tabs.ts'
import { countPortfolioWork, portfolioWork } from './portfolio-work.ts'
import './text.ts'

/** A desk as it stands on its people's home: the numbers of these tabs, and the first lines of one. */
interface Desk {
  view: ListView
  roles: readonly Role[]
  href: string
  figures: readonly string[]
  lines: string
}

const desks: readonly Desk[] = [
  { view: 'mine', roles: ['producer'], href: '/dossiers', figures: [], lines: 'to_do' },
  {
    view: 'inbox',
    roles: ['commune_officer'],
    href: '/inbox',
    figures: ['new', 'checking', 'waiting', 'late', 'handed_over'],
    lines: 'open',
  },
  {
    view: 'desk',
    roles: ['province_officer', 'advisory'],
    href: '/desk',
    figures: ['to_check', 'checked', 'in_council', 'to_decide', 'at_centre'],
    lines: 'to_check',
  },
]

const shown = 5

/** The dossiers that wait for a person, by the queries of the lists behind them. */
export async function dossierWork(ctx: Ctx<DossierTables>, t: Translate): Promise<WorkPart[]> {
  const own = desks.filter(({ roles }) => sits(ctx, roles))
  const parts = await Promise.all([...own.map((desk) => partOf(ctx, desk, t)), portfolioWork(ctx, t)])
  return parts.filter((part) => part !== null)
}

/** How much waits behind the places of the sidebar. */
export async function countDossierWork(ctx: Ctx<DossierTables>): Promise<Record<string, number>> {
  const counts = await countPortfolioWork(ctx)
  for (const { view, roles, href, lines } of desks) {
    if (!sits(ctx, roles)) continue
    const tabs = await countTabs(ctx.db, { actor: ctx.actor, view, today: dayOf(ctx.now) })
    counts[href] = tabs[lines] ?? 0
  }
  return counts
}

function sits({ actor }: Pick<Ctx<DossierTables>, 'actor'>, roles: readonly Role[]): boolean {
  if (roles.includes('producer')) return producerIdsOf(actor).length > 0
  return actor.holdings.some(({ role }) => role !== 'system') && unitPathsOf(actor, roles).length > 0
}

async function partOf(
  { db, actor, now }: Ctx<DossierTables>,
  { view, href, figures, lines }: Desk,
  t: Translate,
): Promise<WorkPart> {
  const today = dayOf(now)
  const query = { actor, view, today }
  const counts = await countTabs(db, query)
  const { rows } = await listDossiers(db, query, { tab: tabOf(view, lines), limit: shown })
  const word = (name: string) => t(`dossiers:work.${view}.${name}`)
  return {
    key: view,
    title: word('title'),
    urgent: rows.length > 0,
    figures: figures.map((tab) => ({
      label: t(`dossiers:page.desk.tab.${view}.${tab}`),
      count: counts[tab] ?? 0,
      href: `${href}?tab=${tab}`,
      late: tab === 'late',
    })),
    lines: rows.map((row) => lineOf(row, today, t)),
    empty: word('empty'),
    all: { href, label: word('all') },
  }
}

function lineOf(row: ListedDossier, today: Day, t: Translate): WorkLine {
  const clock = clockOf(row, today)
  const due = row.mendBy ?? clock?.due
  return {
    href: `/dossiers/${row.id}`,
    title: row.productName,
    note: [row.communeReceipt ?? row.code, row.producerName, t(`dossiers:state.${row.state}`)].join(' · '),
    picture: pictureHref(row),
    isDemo: row.isDemo,
    clock: due
      ? {
          text: t(row.mendBy ? 'dossiers:work.mend_by' : 'dossiers:work.due_on', { day: showDay(due) }),
          daysLeft: row.mendBy ? daysBetween(today, row.mendBy) : (clock?.left ?? 0),
        }
      : undefined,
  }
}
