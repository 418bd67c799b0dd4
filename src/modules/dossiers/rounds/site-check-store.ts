import type { Kysely } from 'kysely'
import type { DossierTables } from '../dossier-store.ts'

/** The two cases in which a reassessment is looked at on site (QĐ 26/2026/QĐ-TTg, art. 7.6). */
export const siteCheckReasons = ['scale_changed', 'evidence_unclear'] as const

export type SiteCheckReason = (typeof siteCheckReasons)[number]

/** That the site must be looked at, until it is lifted. */
export interface SiteCheckRow {
  id: string
  dossierId: string
  reason: SiteCheckReason
  note: string
  askedBy: string | null
  askedAt: Date
  liftedAt: Date | null
}

type Db = Kysely<DossierTables>

/** False when the dossier bears one already: the index decides. */
export async function insertSiteCheck(db: Db, check: SiteCheckRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('siteCheck')
    .values(check)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The site check that a dossier bears now. */
export function findSiteCheck(db: Db, dossierId: string): Promise<SiteCheckRow | undefined> {
  return db
    .selectFrom('siteCheck')
    .selectAll()
    .where('dossierId', '=', dossierId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst()
}

/** False when it bears none. */
export async function liftOpenSiteCheck(db: Db, dossierId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('siteCheck')
    .set({ liftedAt: now })
    .where('dossierId', '=', dossierId)
    .where('liftedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
