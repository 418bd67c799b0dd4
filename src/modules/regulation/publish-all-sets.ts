import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import { findPublishedDigest, type RegulationTables } from './criteria-set-store.ts'
import { fileSet, fileSetIds } from './law-files.ts'
import { prepareCriteriaSet } from './prepare-criteria-set.ts'
import { publishCriteriaSet } from './publish-criteria-set.ts'

/**
 * Prepares and publishes every set of our files that is not published yet, accepting the known anomalies on the word of
 * `acceptedBy`. For the demonstration's world and for tests; on a real installation a person looks at each set.
 * Returns how many were published.
 */
export function publishAllSets(
  ctx: Ctx<RegulationTables>,
  { acceptedBy }: { acceptedBy: string },
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    let published = 0
    for (const id of fileSetIds()) {
      const set = fileSet(id)
      if (!set || (await findPublishedDigest(ctx.db, id))) continue
      const { anomalies } = await prepareCriteriaSet(ctx, { id })
      await publishCriteriaSet(ctx, { id, digest: digestOf(set), accepted: anomalies, acceptedBy })
      published += 1
    }
    return published
  })
}
