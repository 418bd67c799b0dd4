import type { Ctx } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import { Refusal } from '#platform/refusal.ts'
import { CriteriaSet } from './criteria-set.ts'
import { findSet, listSets, type RegulationTables } from './criteria-set-store.ts'
import { type IntegrityReport, integrityOf } from './integrity.ts'
import { fileSet, fileSetIds } from './law-files.ts'
import { mayReadDrafts, mayTendLaw } from './may-tend-law.ts'

type State = 'absent' | 'draft' | 'published'

/** Every sheet on file with how far it is on its way to being published. */
export async function listCriteriaSetDrafts(ctx: Ctx<RegulationTables>) {
  refuseStrangers(ctx)
  const kept = new Map((await listSets(ctx.db, { drafts: true })).map(({ id, status }) => [id, status]))
  return fileSetIds().flatMap((id) => {
    const set = fileSet(id)
    if (!set) return []
    const { nameVi, nameEn, productSetNo, decision, anomalies } = set
    const state: State = kept.get(id) ?? 'absent'
    return [{ id, nameVi, nameEn, productSetNo, decision, state, anomalies: anomalies.length }]
  })
}

/** A sheet with its integrity report, as it stands in the database or, before that, on file. */
export async function readCriteriaSetDraft(
  ctx: Ctx<RegulationTables>,
  { id }: { id: string },
): Promise<{
  set: CriteriaSet
  report: IntegrityReport
  state: State
  digest: string
  mayTend: boolean
  publication?: { acceptedBy: string; publishedAt: Date }
}> {
  refuseStrangers(ctx)
  const mayTend = mayTendLaw(ctx.actor)
  const kept = await findSet(ctx.db, id)
  const set = kept ? CriteriaSet.parse(kept.content) : fileSet(id)
  if (!set) throw new Refusal('not_found', 'regulation.set_unknown', { id })
  const report = integrityOf(set)
  if (!kept) return { set, report, state: 'absent', digest: digestOf(set), mayTend }
  const { status: state, digest, acceptedBy, publishedAt } = kept
  if (acceptedBy === null || publishedAt === null) return { set, report, state, digest, mayTend }
  return { set, report, state, digest, mayTend, publication: { acceptedBy, publishedAt } }
}

function refuseStrangers(ctx: Ctx<RegulationTables>): void {
  if (!mayReadDrafts(ctx.actor)) throw new Refusal('forbidden', 'regulation.not_reader')
}
