import type { Refusal } from '#platform/refusal.ts'
import { refusalWords } from '#platform/text/refusal-words.ts'
import type { Translate } from '#platform/text/translator.ts'

/** A refused form, in words. */
export interface FormWords {
  /** Sentences by field. */
  faults: Record<string, string>
  /** A sentence above the form. */
  message: string
  status: 409 | 422
}

/**
 * A refusal in words: beside the fields that its `faults` name, by `<module>:fault.<fault>`, and above the form. What was
 * wrong with a file stands at the field `file`.
 */
export function formWords({ kind, code, facts }: Refusal, t: Translate): FormWords {
  const { faults = {}, scan } = facts as { faults?: Record<string, string>; scan?: Refusal | null }
  const [module] = code.split('.')
  const words = Object.entries(faults).map(([field, fault]) => [field, t(`${module}:fault.${fault}`)])
  return {
    faults: Object.fromEntries([...words, ...(scan ? [['file', refusalWords(scan, t)]] : [])]),
    message: refusalWords({ code, facts }, t),
    status: kind === 'conflict' ? 409 : 422,
  }
}
