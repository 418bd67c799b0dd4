import { z } from 'zod'
import { isDay } from '#platform/dates.ts'

/** Rights in the product that Form 02 asks for. */
export const rights = [
  'trademark',
  'geographical_indication',
  'patent',
  'industrial_design',
  'copyright',
  'other',
] as const

/** Papers that Form 02 asks the producer to tick. */
export const heldPapers = [
  'business_registration',
  'quality_declaration',
  'food_safety',
  'production_certificate',
] as const

const line = (max: number) => z.string().trim().max(max).default('')
const text = line(10_000)
const day = z
  .string()
  .trim()
  .refine((text) => text === '' || isDay(text))
  .default('')
/** Whole đồng as people type them, `1.240.000`; empty where there is nothing to say. */
const money = z
  .string()
  .trim()
  .transform((text) => text.replace(/[.\s₫đ]/g, ''))
  .refine((text) => /^\d{0,14}$/.test(text))
  .default('')

/** Form 02 without its third part, the self-assessment: I general, II results of the plan, IV the plan ahead. */
export const Report = z.object({
  representativeGender: z.enum(['', 'female', 'male']).default(''),
  /** Sensitive personal data: asked by the form, shown to those who handle the dossier only. */
  representativeEthnicity: line(100),
  foundedOn: day,
  registrationNumber: line(100),
  papers: z.array(z.enum(heldPapers)).default([]),
  rights: z.array(z.enum(rights)).default([]),
  history: text,
  organisation: text,
  materialArea: text,
  technology: text,
  quality: text,
  market: text,
  revenue: money,
  profit: money,
  planAhead: text,
})
export type Report = z.infer<typeof Report>
export type ReportField = keyof Report

/** What an officer will miss in Form 02; it does not keep a dossier from being handed in. */
const expected = [
  'history',
  'organisation',
  'materialArea',
  'technology',
  'quality',
  'market',
  'planAhead',
] as const satisfies readonly ReportField[]

export function emptySections(report: Partial<Report>): ReportField[] {
  return expected.filter((field) => !report[field])
}
