import type { Kysely } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { DossierTables } from './dossier-store.ts'
import { underAnswerClock } from './rounds/answer-clock.ts'

/** A dossier that something is due on. */
export interface DueDossier {
  dossierId: string
  dueOn: Day
}

/** Dossiers on a commune's desk whose clock runs and ends in this span of days, by their day. */
export async function listDueAtCommune(
  db: Kysely<DossierTables>,
  { from, to }: { from: Day; to: Day },
): Promise<DueDossier[]> {
  const rows = await db
    .selectFrom('dossier')
    .select(['id', 'dueOn'])
    .where('state', '=', 'received')
    .where('pausedOn', 'is', null)
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', to)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, dueOn }) => (dueOn ? [{ dossierId: id, dueOn }] : []))
}

/** Open fix-lists whose day lies in this span, by their day. */
export function listFixListsDue(
  db: Kysely<DossierTables>,
  { from, to }: { from: Day; to: Day },
): Promise<(DueDossier & { level: 'commune' | 'province' })[]> {
  return db
    .selectFrom('fixList')
    .select(['dossierId', 'dueOn', 'level'])
    .where('closedAt', 'is', null)
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', to)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
}

/** What `answerClockOf` asks of every reassessment that the province has whole, the longest there first. */
export function listWholeReassessments(db: Kysely<DossierTables>) {
  return db
    .selectFrom('dossier')
    .select(['id as dossierId', 'kind', 'regimeId', 'state', 'completeOn'])
    .where('kind', '=', 'reassessment')
    .where('completeOn', 'is not', null)
    .where('state', 'in', underAnswerClock)
    .orderBy('completeOn')
    .orderBy('id')
    .execute()
}

/** The dossiers on communes' desks or with their producers, whose clock runs or stands still. */
export async function listRunningClocks(db: Kysely<DossierTables>): Promise<string[]> {
  const rows = await db
    .selectFrom('dossier')
    .select('id')
    .where('state', 'in', ['received', 'returned'])
    .where('dueOn', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
