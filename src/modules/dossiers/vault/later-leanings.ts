import type { Ctx } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import type { DossierTables } from '../dossier-store.ts'

/** What came of a dossier and leans on its papers to a day, as a certificate in force does. */
export interface LaterLeaning {
  dossierId: string
  until: Day
  name: string
  href: string
}

type FindLeanings = (
  ctx: Pick<Ctx<DossierTables>, 'db' | 'now'>,
  dossierIds: readonly string[],
) => Promise<LaterLeaning[]>

const finders: FindLeanings[] = []

/** Lets a later module say what leans on the papers of dossiers. Called once by each module when it is loaded. */
export function addLeanings(find: FindLeanings): void {
  finders.push(find)
}

export async function laterLeanings(
  ctx: Pick<Ctx<DossierTables>, 'db' | 'now'>,
  dossierIds: readonly string[],
): Promise<LaterLeaning[]> {
  const ids = [...new Set(dossierIds)]
  if (ids.length === 0) return []
  return (await Promise.all(finders.map((find) => find(ctx, ids)))).flat()
}
