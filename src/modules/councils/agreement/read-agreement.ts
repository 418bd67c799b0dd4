import { type CriteriaSet, getCriteriaSet, scoreOf } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import { validSheets } from '../council-round.ts'
import type { CouncilTables } from '../council-tables.ts'
import { leads } from '../positions.ts'
import type { CouncilResult } from '../result-store.ts'
import { gatherSession } from '../session-record.ts'
import { enterSession, type SessionRoom } from '../session-room.ts'
import { agendaFor } from '../session-view.ts'
import { krippendorffAlpha } from './krippendorff.ts'
import { type Leaning, leaningsOf } from './outliers.ts'
import { type ScoredProduct, unitsOf } from './scored-product.ts'

export interface AgreementReading {
  room: SessionRoom
  products: (ScoredProduct & { alpha: number | null; average: number | null })[]
  /** Over all products that the reader may see. */
  alpha: number | null
  /** How members lie to each other: for the chair and the delegated chair; null for everybody else. */
  leanings: Leaning[] | null
  /** Points beyond which a member's mean distance is noteworthy, by the council's rules. */
  limit: number
  names: ReadonlyMap<string, string>
}

/**
 * How far the members of a session agree, over the products that are decided and whose sheets are open to the reader;
 * not those from which the reader is recused. Nothing in it counts for any result.
 */
export async function readAgreement(ctx: Ctx<CouncilTables>, sessionId: string): Promise<AgreementReading> {
  const room = await enterSession(ctx, sessionId)
  const kept = await gatherSession(ctx, room)
  const shown = agendaFor(kept, ctx.actor.id)
    .filter((line) => line.result !== null)
    .flatMap(({ item }) => kept.results.filter(({ dossierId }) => dossierId === item.dossierId))
  const scored = await Promise.all(
    shown.map(async (result) => {
      const { set } = await getCriteriaSet(ctx.db, result.criteriaSetId)
      return scoredProduct(result, set, kept.labels.get(result.dossierId)?.product ?? '')
    }),
  )
  const products = scored.filter(({ sheets }) => sheets.length > 0)
  if (products.length === 0) throw new Refusal('not_found', 'agreement.nothing_yet')
  const limit = room.council.rules.outlierPoints
  return {
    room,
    products: products.map((product) => ({
      ...product,
      alpha: krippendorffAlpha(unitsOf(product)),
      average: shown.find(({ dossierId }) => dossierId === product.dossierId)?.average ?? null,
    })),
    alpha: krippendorffAlpha(products.flatMap(unitsOf)),
    leanings: leads(room.seat) ? leaningsOf(products, limit) : null,
    limit,
    names: kept.names,
  }
}

/** The product with the sheets that made its result. */
export function scoredProduct(
  { dossierId, inputs }: Pick<CouncilResult, 'dossierId' | 'inputs'>,
  set: CriteriaSet,
  name: string,
): ScoredProduct {
  const sheets = validSheets(inputs.sheets, inputs).map(({ memberId, answers }) => {
    return { memberId, score: scoreOf(answers, set) }
  })
  return { dossierId, name, set, sheets }
}
