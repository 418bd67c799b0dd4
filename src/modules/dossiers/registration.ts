import { z } from 'zod'

const line = (max: number) => z.string().trim().max(max).default('')

/** A telephone number as people write it: digits with spaces, dots or a plus sign in front. */
const phone = z
  .union([
    z.literal(''),
    z
      .string()
      .trim()
      .regex(/^\+?[\d .()-]{8,20}$/),
  ])
  .default('')

/**
 * What the producer writes on Form 01 (QĐ 26/2026/QĐ-TTg, Appendix III). The names of producer and product, the product
 * set and the kind of registration come from the register, never from the form.
 */
export const Registration = z.object({
  representativeName: line(200),
  representativePost: line(200),
  address: line(500),
  phone,
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  specification: line(500),
})
export type Registration = z.infer<typeof Registration>

export type RegistrationField = keyof Registration

/** What Form 01 cannot be handed in without; an e-mail address is not everybody's. */
const required = [
  'representativeName',
  'representativePost',
  'address',
  'phone',
] as const satisfies readonly RegistrationField[]

/** The lines of Form 01 that are still empty. */
export function missingFields(registration: Partial<Registration>): RegistrationField[] {
  return required.filter((field) => !registration[field])
}
