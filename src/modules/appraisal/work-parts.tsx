import { producerIdsOf } from '#modules/people/index.ts'
import type { Actor, Ctx } from '#platform/ctx.ts'
import { type Day, dayOf, daysBetween } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine, WorkPart } from '#platform/ui/index.ts'
import { teamPathsOf } from './appraisal-rights.ts'
import type { AppraisalTables } from './appraisal-tables.ts'
import { listAskedOf } from './extra-tests/extra-test-store.ts'
import {
  type AppraisalQuery,
  type AppraisalTab,
  countAppraisals,
  type ListedAppraisal,
  listAppraisals,
} from './report/appraisal-list-store.ts'
import { countSamples } from './samples/sample-list-store.ts'
import './text.ts'

const shown = 5

/** What waits for a team that appraises, and for a producer that was asked for a test. */
export async function appraisalWork(ctx: Ctx<AppraisalTables>, t: Translate): Promise<WorkPart[]> {
  const query = ownQuery(ctx)
  const parts = [query && (await teamPart(ctx, query, t)), await producerPart(ctx, t)]
  return parts.filter((part) => part !== null)
}

/** How many reports wait behind "appraisals": to be begun, and to be finished. */
export async function countAppraisalWork(ctx: Ctx<AppraisalTables>): Promise<Record<string, number>> {
  const query = ownQuery(ctx)
  if (!query) return {}
  const counts = await countAppraisals(ctx.db, query)
  return { '/appraisals': counts.to_write + counts.draft }
}

/** What the actor's own team writes: the advisory team all but reassessments, the OCOP body those. */
function ownQuery({ actor, now }: Ctx<AppraisalTables>): AppraisalQuery | null {
  const today = dayOf(now)
  const advisory = advisoryPaths(actor)
  if (advisory.length > 0) return { paths: advisory, kinds: ['first', 'upgrade'], today }
  const office = actor.holdings.some(({ role }) => role === 'province_officer')
    ? teamPathsOf(actor, 'ocop_body')
    : []
  return office.length > 0 ? { paths: office, kinds: ['reassessment'], today } : null
}

/** The platform itself holds every role, and has no home. */
function advisoryPaths(actor: Actor): string[] {
  return actor.holdings.some(({ role }) => role === 'advisory') ? teamPathsOf(actor, 'advisory') : []
}

/** Null for an office that has nothing to appraise itself: its other work stands on the desk. */
async function teamPart(
  ctx: Ctx<AppraisalTables>,
  query: AppraisalQuery,
  t: Translate,
): Promise<WorkPart | null> {
  const counts = await countAppraisals(ctx.db, query)
  const samples = await countSamples(ctx.db, { paths: query.paths, personId: ctx.actor.id })
  const isOffice = query.kinds?.includes('reassessment') ?? false
  const open = counts.to_write + counts.draft + counts.tests
  if (isOffice && open === 0) return null
  const lines = await openReports(ctx, query)
  const figure = (key: string, count: number, href: string) => ({
    ...{ label: t(`appraisal:work.figure.${key}`), count, href },
    late: key === 'late',
  })
  return {
    key: 'appraisals',
    title: t('appraisal:work.title'),
    urgent: lines.length > 0 || counts.late > 0,
    figures: [
      figure('to_write', counts.to_write, '/appraisals?tab=to_write'),
      figure('draft', counts.draft, '/appraisals?tab=draft'),
      figure('late', counts.late, '/appraisals?tab=late'),
      figure('expected', samples.expected, '/samples?tab=expected'),
      figure('to_seal', samples.to_seal, '/samples?tab=to_seal'),
    ],
    lines: lines.slice(0, shown).map((row) => reportLine(row, query.today, t)),
    empty: t('appraisal:work.empty'),
    all: { href: '/appraisals', label: t('appraisal:work.all') },
  }
}

async function openReports({ db }: Ctx<AppraisalTables>, query: AppraisalQuery): Promise<ListedAppraisal[]> {
  const tabs: AppraisalTab[] = ['draft', 'to_write']
  const pages = await Promise.all(tabs.map((tab) => listAppraisals(db, query, { tab, limit: shown })))
  return pages.flatMap(({ rows }) => rows)
}

function reportLine(row: ListedAppraisal, today: Day, t: Translate): WorkLine {
  const { dossierId, savedAt, lateSince } = row
  return {
    href: `/dossiers/${dossierId}/appraisal`,
    title: row.productName,
    note: [row.producerName, t(`appraisal:list.${savedAt ? 'draft' : 'not_begun'}`)].join(' · '),
    isDemo: row.isDemo,
    clock: lateSince
      ? { text: t('appraisal:work.test_late', { day: lateSince }), daysLeft: daysBetween(today, lateSince) }
      : undefined,
    action: {
      label: t(savedAt ? 'appraisal:report.go_on' : 'appraisal:report.write'),
      href: `/dossiers/${dossierId}/appraisal/draft`,
      primary: true,
    },
  }
}

async function producerPart(
  { db, actor, now }: Ctx<AppraisalTables>,
  t: Translate,
): Promise<WorkPart | null> {
  const tests = await listAskedOf(db, producerIdsOf(actor))
  if (tests.length === 0) return null
  const today = dayOf(now)
  return {
    key: 'extra_tests',
    title: t('appraisal:work.tests_title'),
    lead: t('appraisal:work.tests_lead'),
    urgent: true,
    lines: tests.slice(0, shown).map(({ id, dossierId, what, productName, dueOn }) => ({
      href: `/dossiers/${dossierId}/tests#test-${id}`,
      title: what,
      note: productName,
      clock: {
        text: t('appraisal:work.test_due', { day: dueOn }),
        daysLeft: daysBetween(today, dueOn),
      },
      action: {
        label: t('appraisal:work.hand_in'),
        href: `/dossiers/${dossierId}/tests#test-${id}`,
        primary: true,
      },
    })),
  }
}
