import type { Ctx } from '#platform/ctx.ts'
import type { DossierKind, DossierTables } from './dossier-store.ts'

/** Refuses where something that a later module knows speaks against opening such a dossier today. */
export type OpeningRule = (
  ctx: Pick<Ctx<DossierTables>, 'db' | 'now'>,
  filing: { productId: string; kind: DossierKind },
) => Promise<void>

const rules: OpeningRule[] = []

/** Makes a rule hold for every dossier that is opened. Called once by each module when it is loaded. */
export function addOpeningRule(rule: OpeningRule): void {
  rules.push(rule)
}

export async function askOpeningRules(
  ctx: Pick<Ctx<DossierTables>, 'db' | 'now'>,
  filing: { productId: string; kind: DossierKind },
): Promise<void> {
  for (const rule of rules) await rule(ctx, filing)
}
