import { z } from 'zod'

const both = { textVi: z.string(), textEn: z.string() }
const named = { nameVi: z.string(), nameEn: z.string() }
const day = z.iso.date()

/**
 * One answer that a criterion offers. `minForRank` is the star mark printed on it: the least that a product needs
 * here to be ranked that high. `printed` is what the sheet prints where the points were mended, `''` for a blank.
 */
export const Option = z.strictObject({
  no: z.int().positive(),
  points: z.int().nonnegative(),
  ...both,
  minForRank: z.int().min(3).max(5).optional(),
  case: z.int().positive().optional(),
  implied: z.literal(true).optional(),
  printed: z.string().optional(),
})
export type Option = z.infer<typeof Option>

/** A line of the sheet. `sum` adds the ticked options; `onlyIf` names the criterion that must be above 0 for this to count. */
export const Criterion = z.strictObject({
  code: z.string(),
  ...named,
  max: z.int().positive(),
  group: z.string().optional(),
  scoring: z.enum(['one', 'sum']),
  onlyIf: z.string().optional(),
  cases: z.array(z.strictObject({ no: z.int().positive(), ...named })).optional(),
  options: z.array(Option).min(1),
  notes: z
    .array(z.strictObject({ kind: z.enum(['note', 'evidence', 'condition', 'content']), ...both }))
    .optional(),
})
export type Criterion = z.infer<typeof Criterion>

export const Section = z.strictObject({
  code: z.string(),
  ...named,
  max: z.int().positive(),
  groups: z.array(z.strictObject({ code: z.string(), ...named, max: z.int().positive() })).optional(),
  criteria: z.array(Criterion).min(1),
})
export type Section = z.infer<typeof Section>

/** `max` is what the sections need; `printedMax` what the heading says where that differs. */
export const Part = z.strictObject({
  code: z.enum(['A', 'B', 'C']),
  ...named,
  max: z.int().positive(),
  printedMax: z.int().positive().optional(),
  sections: z.array(Section).min(1),
})
export type Part = z.infer<typeof Part>

/** What ends the assessment once the council has established it. A 0 at one of `zeroAt` proposes it. */
export const Knockout = z.strictObject({
  key: z.string(),
  criterion: z.string().nullable(),
  ...both,
  zeroAt: z.array(z.string()).optional(),
})
export type Knockout = z.infer<typeof Knockout>

/** An oddity of the printed sheet or of our copy, with a name by which a person accepts it; `explains` the findings it accounts for. */
export const Anomaly = z.strictObject({
  key: z.string(),
  at: z.string(),
  ...both,
  explains: z.array(z.string()),
})
export type Anomaly = z.infer<typeof Anomaly>

/**
 * A criteria set: the score sheet of one product set under one regime. Points and part maxima are whole numbers.
 * `marks`: binding by the sheet's own sentence, printed without that sentence (tourism), or none in our data (1048/2019).
 */
export const CriteriaSet = z.strictObject({
  id: z.string(),
  regimeId: z.string(),
  decision: z.string(),
  productSetNo: z.int().min(1).max(26),
  code: z.string(),
  ...named,
  group: z.strictObject({ code: z.string(), ...named }),
  subgroup: z.strictObject({ code: z.string(), ...named }),
  ministries: z.array(z.string()).min(1),
  validFrom: day,
  validTo: day.nullable(),
  kind: z.enum(['goods', 'tourism']),
  marks: z.enum(['binding', 'unstated', 'none']),
  parts: z.array(Part).length(3),
  knockouts: z.array(Knockout),
  prerequisites: z.array(z.strictObject({ key: z.string(), criterion: z.string(), ...both })),
  qualitativeMinima: z.array(z.strictObject({ part: z.string(), rank: z.int().min(1).max(5), ...both })),
  anomalies: z.array(Anomaly),
  source: z.strictObject({ confidence: z.enum(['high', 'medium-high', 'medium']), ...both }),
})
export type CriteriaSet = z.infer<typeof CriteriaSet>
