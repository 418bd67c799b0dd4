import type { z } from 'zod'

/** What is known, as far as the form takes it: an odd telephone number must not keep a form from opening. */
export function fitting<Form>(
  fields: Record<keyof Form, z.ZodType>,
  known: Partial<Record<keyof Form, unknown>>,
): Partial<Form> {
  const fits = (field: string, value: unknown) =>
    value !== null && fields[field as keyof Form].safeParse(value).success
  return Object.fromEntries(
    Object.entries(known).filter(([field, value]) => fits(field, value)),
  ) as Partial<Form>
}
