import type { Kysely } from 'kysely'
import { findKeptSet } from '#modules/regulation/index.ts'
import { digestOf } from '#platform/events/digest.ts'
import type { EventTables } from '#platform/events/event-store.ts'
import { brokenSeals, countSeals, type SealTables } from '#platform/events/seal-days.ts'
import { wrongEvents } from '#platform/events/wrong-events.ts'
import type { CouncilTables } from '../council-tables.ts'
import type { Difference } from './difference.ts'
import type { KeptResult } from './kept-result.ts'
import { recomputeResult, type SetNow } from './recompute-result.ts'
import { listKeptResults } from './result-pages-store.ts'

const resultsInOneGo = 50

/** A difference with the matter that it is about: a result, or the events, which belong to no unit. */
export type Finding = (Difference | EventFinding) & {
  resultId: string | null
  code: string | null
  unitPath: string | null
}

interface EventFinding {
  kind: 'event_changed' | 'seal_broken'
  at: string
  kept?: undefined
  found?: undefined
}

/** What some results, the events, or the sealed days came to. */
export interface Progress {
  results: number
  differing: number
  sealedDays: number
  findings: Finding[]
}

/**
 * Recomputes every result ever decided, some at a time, then holds each event against its digest and each sealed day
 * against its seal. Reads only; nothing is kept in memory but what differs.
 */
export async function* recomputeAll(db: Kysely<CouncilTables>): AsyncGenerator<Progress> {
  const sets = new Map<string, SetNow | null>()
  for (let after: string | null = null; ; ) {
    const page = await listKeptResults(db, { after, limit: resultsInOneGo })
    const last = page.at(-1)
    if (!last) break
    const found: Finding[][] = []
    for (const kept of page) found.push(await findingsOf(db, sets, kept))
    const differing = found.filter(({ length }) => length > 0).length
    yield { results: page.length, differing, sealedDays: 0, findings: found.flat() }
    after = last.id
  }
  yield* checkEvents(db as unknown as Kysely<SealTables>)
}

async function* checkEvents(db: Kysely<SealTables & EventTables>): AsyncGenerator<Progress> {
  const none = { results: 0, differing: 0, sealedDays: 0 }
  const nowhere = { resultId: null, code: null, unitPath: null }
  for await (const { id, name } of wrongEvents(db))
    yield { ...none, findings: [{ kind: 'event_changed', at: `${name} ${id}`, ...nowhere }] }
  const broken = await brokenSeals(db)
  const findings = broken.map((at): Finding => ({ kind: 'seal_broken', at, ...nowhere }))
  yield { ...none, sealedDays: await countSeals(db), findings }
}

async function findingsOf(
  db: Kysely<CouncilTables>,
  sets: Map<string, SetNow | null>,
  kept: KeptResult,
): Promise<Finding[]> {
  const { id: resultId, code, unitPath, criteriaSetId } = kept
  if (!sets.has(criteriaSetId)) sets.set(criteriaSetId, await readSet(db, criteriaSetId))
  const differences = recomputeResult(kept, sets.get(criteriaSetId) ?? null)
  return differences.map((difference) => ({ ...difference, resultId, code, unitPath }))
}

// Not by the digest that stands beside it: by what it says.
async function readSet(db: Kysely<CouncilTables>, id: string): Promise<SetNow | null> {
  const kept = await findKeptSet(db, id)
  if (kept?.status !== 'published') return null
  return { content: kept.content as SetNow['content'], digest: digestOf(kept.content) }
}
