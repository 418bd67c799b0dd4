import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import { Refusal } from '#platform/refusal.ts'
import { type CommunePaperKind, findCommunePapers, insertCommunePaper } from './commune-paper-store.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'

/** The numbers that the commune's own registry gave; empty where the programme's series is to be used. */
export type TypedNumbers = Record<CommunePaperKind, string>

/** A series of the programme's own, apart from whatever else the commune numbers. */
const signs = { report: 'BC-OCOP', letter: 'UBND-OCOP' } as const

/**
 * Numbers the commune's report and its letter: with what its registry gave, or with the next of the programme's series,
 * which has no gap (Decree 30/2020, art. 15). A paper that has its number keeps it.
 * @throws Refusal `conflict` `dossiers.paper_number_used` when another paper of the commune bears it this year,
 * `dossiers.paper_number_reserved` for one with the sign of the programme's series: the series would stop at it
 */
export function numberCommunePapers(
  ctx: Ctx<DossierTables>,
  { dossier, typed }: { dossier: Dossier; typed: TypedNumbers },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const year = yearOf(dayOf(ctx.now))
    const { id: dossierId, unitPath: issuerPath } = dossier
    const borne = await findCommunePapers(ctx.db, dossierId)
    for (const kind of ['report', 'letter'] as const) {
      if (borne[kind]) continue
      if (bearsOwnSign(typed[kind])) throw new Refusal('conflict', 'dossiers.paper_number_reserved')
      const number = typed[kind] || (await nextNumber(ctx, { kind, dossier, year }))
      if (!(await insertCommunePaper(ctx.db, { dossierId, kind, issuerPath, numberedIn: year, number })))
        throw new Refusal('conflict', 'dossiers.paper_number_used', { number })
    }
  })
}

function bearsOwnSign(typed: string): boolean {
  const sign = typed.toUpperCase().replaceAll(/\s/g, '')
  return Object.values(signs).some((own) => sign.endsWith(`/${own}`))
}

async function nextNumber(
  ctx: Ctx<DossierTables>,
  { kind, dossier, year }: { kind: CommunePaperKind; dossier: Dossier; year: number },
): Promise<string> {
  const series = `${dossier.unitPath}:${signs[kind]}`
  const number = await takeNumber(ctx, { series, year, subject: `dossier:${dossier.id}` })
  return `${String(number).padStart(2, '0')}/${signs[kind]}`
}
