import { z } from 'zod'

/** A body that the law seats in a council: `if_any` where not every province has one. */
export const CouncilDepartment = z.strictObject({
  key: z.string(),
  levels: z.array(z.enum(['province', 'centre'])).min(1),
  article: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  where: z.enum(['always', 'if_any']),
})
export type CouncilDepartment = z.infer<typeof CouncilDepartment>
