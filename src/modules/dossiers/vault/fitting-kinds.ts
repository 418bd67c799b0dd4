import { type CriterionKind, kindOf } from '#modules/guidance/index.ts'
import { form02RowOf, type PaperKind, paperKinds } from '#modules/producers/index.ts'
import { type CriteriaSet, criterionOf } from '#modules/regulation/index.ts'
import type { Place } from '../evidence-place.ts'

/** Which papers usually prove a kind of criterion: ours, to put them first; any paper may be cited anywhere. */
const papersOf: Partial<Record<CriterionKind, readonly PaperKind[]>> = {
  product_origin: ['raw_material', 'business_registration'],
  material_source: ['raw_material'],
  certified_area: ['raw_material', 'quality_system'],
  added_value: ['production_eligibility', 'environment'],
  capacity: ['production_eligibility', 'market'],
  linkage: ['raw_material'],
  environment: ['environment'],
  green_technology: ['environment'],
  packaging: ['barcode_traceability', 'product_story'],
  labelling: ['quality_declaration', 'barcode_traceability'],
  bilingual_label: ['quality_declaration'],
  organisation: ['business_registration', 'cooperation_contract', 'founding_decision'],
  representative: ['business_registration', 'founding_decision'],
  local_labour: ['local_labour'],
  growth: ['growth'],
  intellectual_property: ['intellectual_property'],
  market_area: ['market'],
  distribution: ['market'],
  promotion: ['publicity', 'market'],
  story: ['product_story', 'publicity'],
  story_form: ['product_story', 'publicity'],
  story_identity: ['product_story'],
  nutrition: ['test_results'],
  uniqueness: ['awards', 'intellectual_property'],
  declaration: ['quality_declaration'],
  assurance: ['quality_system', 'production_eligibility'],
  tests: ['test_results'],
  global_market: ['market', 'quality_system'],
  craft: ['awards'],
  tourism_links: ['market'],
  tourism_conditions: ['production_eligibility'],
}

/** The kinds of paper that fit the place best: those of the row, those that usually prove the criterion. */
export function fittingKinds({ criterion, paperKind }: Place, set: CriteriaSet): ReadonlySet<PaperKind> {
  const asked = criterion ? criterionOf(set, criterion) : undefined
  const byCriterion = asked ? (papersOf[kindOf(asked)] ?? []) : []
  const inRow = paperKinds.filter((kind) => paperKind !== null && form02RowOf(kind) === paperKind)
  return new Set([...byCriterion, ...inRow])
}
