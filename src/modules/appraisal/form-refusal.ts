import { Refusal } from '#platform/refusal.ts'
import type { Translate } from '#platform/text/translator.ts'

/** The refusal of what a form brought, to be told in the form; null when the work is done. Any other goes on. */
export async function formRefusal(work: Promise<unknown>): Promise<Refusal | null> {
  try {
    await work
    return null
  } catch (thrown) {
    if (thrown instanceof Refusal && (thrown.kind === 'invalid' || thrown.kind === 'conflict')) return thrown
    throw thrown
  }
}

export interface FormWords {
  /** Sentences by field. */
  faults: Readonly<Record<string, string>>
  /** A sentence above the form. */
  message: string
  status: 409 | 422
}

/** A refusal in words: beside the fields where it names them, above the form always. */
export function wordsOf(refusal: Refusal, t: Translate): FormWords {
  const { faults = {} } = refusal.facts as { faults?: Record<string, string> }
  return {
    faults: Object.fromEntries(
      Object.entries(faults).map(([field, fault]) => [field, t(`appraisal:fault.${fault}`)]),
    ),
    message: t(refusal.code.replace('.', ':refusal.'), refusal.facts),
    status: refusal.kind === 'conflict' ? 409 : 422,
  }
}
