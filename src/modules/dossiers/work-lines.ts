import { findUnits } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Day, dayOf, daysBetween, showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { WorkLine } from '#platform/ui/index.ts'
import { selfAnswersOf } from './answer-store.ts'
import type { Clock } from './clock.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import { type DossierLine, dossierLine, pictureHref } from './dossier-line.ts'
import type { ListedDossier } from './dossier-list-store.ts'
import { type DossierTables, findDossier } from './dossier-store.ts'
import { countOpenItems } from './fix-list-store.ts'
import { findSeenRounds } from './rounds/round-store.ts'
import './rounds/text.ts'
import { selfStanding } from './self-standing.ts'

type ReadCtx = Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>

/** Dossiers for the officers who work on them, each with its clock and the one step that is theirs. */
export async function officersLines(
  { db, actor, now }: ReadCtx,
  rows: readonly ListedDossier[],
  t: Translate,
): Promise<WorkLine[]> {
  const units = await findUnits(
    db,
    rows.map(({ unitPath }) => unitPath.split('/').at(-1) ?? ''),
  )
  // Whoever works in one commune knows where its dossiers come from.
  const own = new Set(actor.holdings.map(({ unitPath }) => unitPath))
  const others = [...units.values()].filter(({ path }) => !own.has(path))
  const places = new Map(others.map(({ path, name }) => [path, name]))
  const today = dayOf(now)
  const rounds = await findSeenRounds(db, rows)
  return rows.map((row) => {
    const line = dossierLine(row, { actor, today, names: new Map(), places, rounds })
    const { key, href, post, mine } = line.task
    return {
      href: `/dossiers/${row.id}`,
      title: row.productName,
      note: [line.number, row.producerName, line.place, t(`dossiers:state.${row.state}`)]
        .filter(Boolean)
        .join(' · '),
      picture: line.picture,
      isDemo: row.isDemo,
      clock: clockIn(row, line.clock, { today, t }) ?? answerIn(line, t),
      action: { label: t(`dossiers:page.desk.task.${key}`), href, post, primary: mine },
    }
  })
}

/** By when a reassessment is answered. */
function answerIn({ answer }: DossierLine, t: Translate): WorkLine['clock'] {
  return answer ? { text: t('rounds:answer.short', { day: answer.due }), daysLeft: answer.left } : undefined
}

/** A producer's own dossiers that wait for them: what is to mend and by when, what the self-assessment lacks. */
export async function producersLines(
  ctx: ReadCtx,
  rows: readonly ListedDossier[],
  t: Translate,
): Promise<WorkLine[]> {
  const items = await countOpenItems(
    ctx.db,
    rows.map(({ id }) => id),
  )
  const today = dayOf(ctx.now)
  return Promise.all(
    rows.map(async (row) => {
      const draft = row.state === 'draft'
      const left = items.get(row.id) ?? 0
      return {
        href: `/dossiers/${row.id}`,
        title: row.productName,
        note: [
          row.communeReceipt ?? row.code,
          t(`dossiers:state.${row.state}`),
          ...(draft ? [] : [t('dossiers:work.to_mend', { count: left })]),
        ].join(' · '),
        hint: { text: await standingOf(ctx, row.id, t), href: `/dossiers/${row.id}/self-assessment` },
        picture: pictureHref(row),
        isDemo: row.isDemo,
        clock: clockIn(row, null, { today, t }),
        action: {
          label: t(draft ? 'dossiers:work.go_on' : 'dossiers:work.mend'),
          href: draft ? `/dossiers/${row.id}` : `/dossiers/${row.id}/mending`,
          primary: true,
        },
      }
    }),
  )
}

/** What the self-assessment comes to and what it lacks for the next star, in words. */
async function standingOf({ db }: ReadCtx, id: string, t: Translate): Promise<string> {
  const dossier = await findDossier(db, id)
  if (!dossier) throw new Error(`dossier ${id} is gone`)
  const set = await criteriaOfDossier(db, dossier)
  const { score, answered, all, next } = selfStanding(set, dossier.regimeId, await selfAnswersOf(db, id))
  if (answered === 0) return t('dossiers:work.not_assessed', { all })
  const total = t('dossiers:work.self_total', { points: score.total, answered, all })
  if (!next) return total
  const { stars, lackingPoints: points, lackingMarks } = next
  return `${total} ${t('dossiers:page.filing.lacking', { stars, points, marks: lackingMarks.length })}.`
}

/** The date asked of the producer while they mend, otherwise the commune's own. */
function clockIn(
  { mendBy }: ListedDossier,
  clock: Clock | null,
  { today, t }: { today: Day; t: Translate },
): WorkLine['clock'] {
  if (mendBy) {
    const key = mendBy < today ? 'dossiers:work.mend_late' : 'dossiers:work.mend_by'
    return { text: t(key, { day: showDay(mendBy) }), daysLeft: daysBetween(today, mendBy) }
  }
  if (!clock) return undefined
  const { due, left } = clock
  const key = left < 0 ? 'late_days' : left === 0 ? 'due_today' : 'due_in'
  return {
    text: t(`dossiers:work.${key}`, { day: showDay(due), days: Math.abs(left), count: Math.abs(left) }),
    daysLeft: left,
  }
}
