import type { z } from 'zod'

/** What is wrong with a form as it was typed: for each field the key of its sentence. */
export type FormFaults = Readonly<Record<string, string>>

/** The faults of a form by its fields, the first of each; where nobody wrote a sentence it is the common one. */
export function formFaults({ issues }: z.ZodError): FormFaults {
  const faults: Record<string, string> = {}
  for (const { path, code } of issues) {
    const field = String(path[0] ?? '')
    faults[field] ??= `dossiers:page.filing.fault.${code === 'too_big' ? 'long' : (kinds[field] ?? 'wrong')}`
  }
  return faults
}

const kinds: Readonly<Record<string, string>> = {
  phone: 'phone',
  email: 'email',
  foundedOn: 'day',
  revenue: 'money',
  profit: 'money',
}

/** The texts of a form as they were typed; files are left out, and of a name that stands several times the last counts. */
export function typedTexts(form: FormData): Record<string, string> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts)
}

/** The version of the dossier that the form was filled in on. */
export function versionOf(form: FormData): number | undefined {
  const version = Number(form.get('version') ?? Number.NaN)
  return Number.isSafeInteger(version) ? version : undefined
}
