import { z } from 'zod'
import { DossierKind } from './regime.ts'

const named = { nameVi: z.string(), nameEn: z.string() }

/** A product set in its place in the classification; `missing` says that we do not have its sheet. */
export const ClassifiedSet = z.strictObject({
  productSetNo: z.int(),
  id: z.string(),
  code: z.string(),
  ...named,
  ministries: z.array(z.string()),
  sheet: z.enum(['complete', 'missing']),
  inferred: z.literal(true).optional(),
})
export type ClassifiedSet = z.infer<typeof ClassifiedSet>

/** Group of the programme → subgroup → product set. */
export const ProductGroup = z.strictObject({
  code: z.string(),
  ...named,
  subgroups: z.array(z.strictObject({ code: z.string(), ...named, sets: z.array(ClassifiedSet) })),
})
export type ProductGroup = z.infer<typeof ProductGroup>

/** A paper of the dossier; `evidence` marks the fifteen rows of Form 02's evidence table. */
export const DossierDocument = z.strictObject({
  key: z.string(),
  ...named,
  preparedBy: z.enum(['producer', 'commune', 'district', 'province']),
  kinds: z.array(DossierKind),
  mandatory: z.enum(['yes', 'no', 'if_registered', 'if_required_by_law']),
  evidence: z.boolean(),
  form: z.string().optional(),
  supports: z.array(z.string()).optional(),
})
export type DossierDocument = z.infer<typeof DossierDocument>

export const Ministry = z.strictObject({ code: z.string(), ...named })
export type Ministry = z.infer<typeof Ministry>
