import { type CouncilResult, type CouncilTables, findResult, validSheets } from '#modules/councils/index.ts'
import { type Dossier, findDossier, mayRead } from '#modules/dossiers/index.ts'
import { type GuidanceTables, planFor, type ToldPlan } from '#modules/guidance/index.ts'
import { findProduct, type Product } from '#modules/products/index.ts'
import { getCriteriaSet, type Preference } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { councilAnswers } from './council-answers.ts'

export interface CouncilPlan {
  dossier: Dossier
  product: Product
  result: CouncilResult
  told: ToldPlan
}

interface Aim {
  stars?: number | undefined
  prefer?: Preference | undefined
}

type ReadCtx = Pick<Ctx<CouncilTables & GuidanceTables>, 'db' | 'actor' | 'now'>

/**
 * The plan of raises from the points of the council, for whoever may read the dossier, once the decision on it is out:
 * before, nobody outside the council knows a point.
 * @throws Refusal `not_found` while there is no decision, and for a product that the council rejected unscored
 */
export async function readCouncilPlan(ctx: ReadCtx, dossierId: string, aim: Aim): Promise<CouncilPlan> {
  const { db, actor, now } = ctx
  const dossier = isId(dossierId) ? await findDossier(db, dossierId) : undefined
  if (!dossier || !mayRead(actor, dossier) || !isDecided(dossier))
    throw new Refusal('not_found', 'recognition.no_council_plan')
  const [result, product] = [await findResult(db, dossier.id), await findProduct(db, dossier.productId)]
  if (result?.outcome !== 'ranked' || !product) throw new Refusal('not_found', 'recognition.no_council_plan')
  const { set } = await getCriteriaSet(db, result.criteriaSetId)
  const { inputs } = result
  const counted = validSheets(inputs.sheets, inputs).map(({ answers }) => answers)
  const told = await planFor(db, {
    law: { set, bands: inputs.bands, rules: inputs.rules },
    answers: councilAnswers(set, counted),
    stars: aim.stars ?? Math.min(5, Math.max(3, (result.stars ?? 0) + 1)),
    prefer: aim.prefer ?? 'cost',
    unitId: dossier.unitPath.split('/')[1] ?? '',
    day: dayOf(now),
  })
  return { dossier, product, result, told }
}

function isDecided({ state }: Dossier): boolean {
  return state === 'recognised' || state === 'not_recognised'
}
