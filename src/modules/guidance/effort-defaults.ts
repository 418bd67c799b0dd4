import type { CriterionKind } from './criterion-kinds.ts'

/** Who helps a producer with a kind of criterion; their names are in the text. */
export type Helper =
  | 'commune'
  | 'agriculture'
  | 'science'
  | 'trade'
  | 'culture'
  | 'health'
  | 'environment'
  | 'cooperatives'

export interface EffortDefault {
  /** Level by level, from the lowest answer that gives points: months, and million đồng. */
  levels: readonly (readonly [months: number, millions: number])[]
  helper: Helper
  /** Nobody changes it at will. */
  fixed?: true
}

/**
 * The platform's own estimates of what it takes to rise by one level, until a province enters its own. No law and no
 * official table says them; every page that shows them says so.
 */
export const effortDefaults: Readonly<Record<CriterionKind, EffortDefault>> = {
  product_origin: {
    levels: [
      [0, 0],
      [12, 30],
      [12, 50],
    ],
    helper: 'agriculture',
    fixed: true,
  },
  material_source: {
    levels: [
      [0, 0],
      [3, 10],
      [6, 20],
    ],
    helper: 'agriculture',
  },
  certified_area: {
    levels: [
      [9, 60],
      [12, 150],
    ],
    helper: 'agriculture',
  },
  added_value: {
    levels: [
      [2, 20],
      [6, 150],
      [12, 400],
    ],
    helper: 'trade',
  },
  capacity: {
    levels: [
      [0, 0],
      [8, 150],
      [12, 400],
    ],
    helper: 'cooperatives',
  },
  linkage: {
    levels: [
      [2, 3],
      [3, 5],
      [12, 5],
    ],
    helper: 'cooperatives',
  },
  environment: {
    levels: [
      [2, 10],
      [4, 40],
      [3, 15],
      [6, 40],
    ],
    helper: 'environment',
  },
  green_technology: {
    levels: [
      [3, 20],
      [6, 60],
    ],
    helper: 'science',
  },
  idea_origin: {
    levels: [
      [6, 10],
      [12, 20],
      [36, 30],
    ],
    helper: 'commune',
    fixed: true,
  },
  packaging: {
    levels: [
      [1, 5],
      [2, 20],
      [3, 40],
    ],
    helper: 'trade',
  },
  labelling: {
    levels: [
      [1, 3],
      [1, 5],
      [2, 12],
    ],
    helper: 'science',
  },
  bilingual_label: { levels: [[1, 3]], helper: 'trade' },
  organisation: {
    levels: [
      [0, 0],
      [3, 10],
      [6, 20],
    ],
    helper: 'cooperatives',
  },
  representative: { levels: [[12, 5]], helper: 'commune', fixed: true },
  local_labour: {
    levels: [
      [0, 0],
      [3, 5],
      [6, 10],
    ],
    helper: 'commune',
  },
  growth: {
    levels: [
      [12, 0],
      [24, 0],
    ],
    helper: 'cooperatives',
    fixed: true,
  },
  intellectual_property: {
    levels: [
      [3, 5],
      [18, 10],
      [18, 30],
    ],
    helper: 'science',
  },
  market_area: {
    levels: [
      [0, 0],
      [3, 10],
      [6, 30],
      [9, 80],
      [9, 80],
    ],
    helper: 'trade',
  },
  distribution: {
    levels: [
      [1, 2],
      [2, 15],
      [3, 20],
    ],
    helper: 'trade',
  },
  promotion: {
    levels: [
      [1, 5],
      [3, 15],
      [4, 25],
      [6, 60],
    ],
    helper: 'trade',
  },
  story: {
    levels: [
      [1, 2],
      [1, 5],
      [1, 8],
      [2, 10],
    ],
    helper: 'commune',
  },
  story_form: {
    levels: [
      [1, 2],
      [1, 5],
    ],
    helper: 'culture',
  },
  story_identity: {
    levels: [
      [1, 2],
      [2, 5],
      [3, 15],
    ],
    helper: 'culture',
  },
  senses: {
    levels: [
      [2, 10],
      [4, 25],
      [6, 40],
      [6, 40],
    ],
    helper: 'agriculture',
  },
  nutrition: {
    levels: [
      [1, 5],
      [3, 20],
    ],
    helper: 'health',
  },
  uniqueness: {
    levels: [
      [3, 10],
      [6, 30],
      [9, 60],
      [12, 100],
    ],
    helper: 'science',
  },
  declaration: {
    levels: [
      [1, 5],
      [3, 20],
      [6, 60],
    ],
    helper: 'science',
  },
  assurance: {
    levels: [
      [2, 10],
      [6, 80],
      [12, 250],
    ],
    helper: 'agriculture',
  },
  tests: {
    levels: [
      [1, 8],
      [2, 15],
      [3, 20],
    ],
    helper: 'health',
  },
  instructions: {
    levels: [
      [1, 1],
      [1, 2],
      [1, 3],
    ],
    helper: 'commune',
  },
  convenience: {
    levels: [
      [2, 10],
      [3, 30],
      [4, 50],
    ],
    helper: 'trade',
  },
  effectiveness: {
    levels: [
      [3, 15],
      [6, 50],
      [12, 120],
    ],
    helper: 'health',
  },
  global_market: {
    levels: [
      [6, 30],
      [9, 80],
      [12, 200],
    ],
    helper: 'trade',
  },
  craft: {
    levels: [
      [2, 10],
      [4, 30],
      [8, 60],
    ],
    helper: 'culture',
  },
  tourism_management: {
    levels: [
      [1, 2],
      [2, 10],
      [4, 20],
    ],
    helper: 'culture',
  },
  tourism_links: {
    levels: [
      [2, 5],
      [3, 15],
      [6, 40],
    ],
    helper: 'culture',
  },
  heritage: {
    levels: [
      [2, 10],
      [4, 30],
      [6, 50],
    ],
    helper: 'culture',
  },
  tourism_place: {
    levels: [
      [12, 0],
      [24, 0],
      [24, 0],
    ],
    helper: 'commune',
    fixed: true,
  },
  tourism_facilities: {
    levels: [
      [3, 30],
      [6, 100],
      [12, 200],
    ],
    helper: 'culture',
  },
  tourism_conditions: {
    levels: [
      [2, 10],
      [4, 40],
    ],
    helper: 'commune',
  },
  tourism_service: {
    levels: [
      [1, 5],
      [3, 20],
      [6, 30],
      [9, 50],
    ],
    helper: 'culture',
  },
  other: {
    levels: [
      [2, 10],
      [4, 20],
      [6, 40],
      [8, 60],
      [8, 60],
    ],
    helper: 'commune',
  },
}
