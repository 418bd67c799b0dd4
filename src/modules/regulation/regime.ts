import { z } from 'zod'

const day = z.iso.date()
const monthDay = z.string().regex(/^\d{2}-\d{2}$/)
const both = { textVi: z.string(), textEn: z.string() }

export const Level = z.enum(['commune', 'district', 'province', 'centre'])
export type Level = z.infer<typeof Level>

export const DossierKind = z.enum(['first', 'upgrade', 'reassessment'])
export type DossierKind = z.infer<typeof DossierKind>

/** A band of the council's average; `from` is its lower end in hundredths of a point. */
export const Band = z.strictObject({
  rank: z.int().min(1).max(5),
  from: z.int().nonnegative(),
  printed: z.string(),
})
export type Band = z.infer<typeof Band>

const Deadlines = z.strictObject({
  communeWorkingDays: z.int().nullable(),
  rounds: z.array(z.strictObject({ level: Level, proposedBefore: monthDay, doneBefore: monthDay })),
  renewalWindow: z.strictObject({ opensDaysBefore: z.int(), closesDaysBefore: z.int() }).nullable(),
  reassessmentDays: z.int().nullable(),
  revocationDays: z.int().nullable(),
  expiryNoticeDays: z.int().nullable(),
  expiryWarningDays: z.int(),
})

const Transition = z.strictObject({
  dossiersFiledBefore: day,
  finishUnder: z.string(),
  daysToFinish: z.record(DossierKind, z.int()),
  formerRegimeLapsesAfterDays: z.int(),
  certificateExtensionDays: z.int(),
  textVi: z.array(z.string()),
  textEn: z.array(z.string()),
})

/**
 * The programme's rules as they stood for a time: who recognises which star, bands, deadlines, transition.
 * Two may be in force at once. `criteriaOf` names the regime whose criteria sets it judges by.
 */
export const Regime = z.strictObject({
  id: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  instruments: z.array(
    z.strictObject({ number: z.string(), issuedOn: day, subjectVi: z.string(), subjectEn: z.string() }),
  ),
  inForceFrom: day,
  inForceTo: day.nullable(),
  criteriaOf: z.string(),
  summaryVi: z.string(),
  summaryEn: z.string(),
  levels: z.array(Level),
  councilLevels: z.array(Level),
  recognisedBy: z.array(
    z.strictObject({ stars: z.int().min(3).max(5), level: Level, postVi: z.string(), postEn: z.string() }),
  ),
  bands: z.array(Band).length(5),
  partMaxima: z.strictObject({ A: z.int(), B: z.int(), C: z.int() }),
  certificateMonths: z.int(),
  deadlines: Deadlines,
  transition: Transition.nullable(),
  source: z.strictObject({ confidence: z.enum(['high', 'medium-high', 'medium']), ...both }),
})
export type Regime = z.infer<typeof Regime>
