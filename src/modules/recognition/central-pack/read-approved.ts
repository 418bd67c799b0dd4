import { findResult } from '#modules/councils/index.ts'
import { printedDossier } from '#modules/dossiers/index.ts'
import { findUnit } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type Decision, listApproved } from '../decision-store.ts'
import type { IssuingTables } from '../issue-recognition.ts'

/** A result that the chair approved, as papers name it. */
export interface ApprovedResult {
  code: string
  productName: string
  producerName: string
  communeName: string
  setName: string
  /** In hundredths of a point; null where no session decided. */
  average: number | null
  samples: number | null
}

export interface Approved {
  decision: Decision
  provinceName: string
  /** "Sơn La", where papers are signed. */
  place: string
  results: ApprovedResult[]
}

/** A decision that approved results, with what it approved. */
export async function readApproved(ctx: Ctx<IssuingTables>, decision: Decision): Promise<Approved> {
  const province = await findUnit(ctx.db, decision.unitPath.split('/').at(-1) ?? '')
  const results: ApprovedResult[] = []
  for (const { dossierId, code } of await listApproved(ctx.db, decision.id)) {
    const { productName, producerName, communeName, setName, samples } = await printedDossier(ctx, dossierId)
    const average = (await findResult(ctx.db, dossierId))?.average ?? null
    results.push({ code, productName, producerName, communeName, setName, average, samples })
  }
  return {
    decision,
    results,
    provinceName: province?.name ?? decision.unitPath,
    place: province?.shortName ?? '',
  }
}
