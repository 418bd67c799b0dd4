import type { Ctx } from '#platform/ctx.ts'
import type { DossierTables } from '../dossier-store.ts'

/** A later module that names papers of the vault as drafts do: always the newest issue, and none that is gone. */
export interface PaperHolder {
  /** A newer issue took the paper's place. */
  renew(ctx: Ctx<DossierTables>, change: { paperId: string; byId: string }): Promise<void>
  /** The paper is being taken out of the vault. */
  letGo(ctx: Ctx<DossierTables>, paperId: string): Promise<void>
}

const holders: PaperHolder[] = []

/** Has a later module follow what happens to papers, in the same transaction. Called once by each when it is loaded. */
export function addPaperHolder(holder: PaperHolder): void {
  holders.push(holder)
}

export async function renewInHolders(
  ctx: Ctx<DossierTables>,
  change: { paperId: string; byId: string },
): Promise<void> {
  for (const holder of holders) await holder.renew(ctx, change)
}

export async function letGoInHolders(ctx: Ctx<DossierTables>, paperId: string): Promise<void> {
  for (const holder of holders) await holder.letGo(ctx, paperId)
}
