import { type Ctx, inTransaction } from '#platform/ctx.ts'
import type { DossierTables } from './dossier-store.ts'
import { newLookUpCode } from './look-up-code.ts'
import { findLookUpCode, insertLookUpCode } from './look-up-store.ts'

/**
 * The code under which anybody who holds it may ask how the dossier stands: the one it has, or a new one. The code stays
 * out of events, since whoever reads those need not hold it.
 */
export function giveLookUpCode(ctx: Ctx<DossierTables>, dossierId: string): Promise<string> {
  return inTransaction(ctx, async ({ db, now }) => {
    for (let tries = 0; tries < 5; tries += 1) {
      const known = await findLookUpCode(db, dossierId)
      if (known) return known
      const code = newLookUpCode()
      if (await insertLookUpCode(db, { dossierId, code, createdAt: now })) return code
    }
    throw new Error(`no look-up code was free for ${dossierId}`)
  })
}
