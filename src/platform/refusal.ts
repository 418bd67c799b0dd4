export type RefusalKind = 'not_found' | 'forbidden' | 'conflict' | 'invalid'

/**
 * An expected "no", in the words of the programme: `code` names a sentence in the module's text
 * (`dossiers.not_yours` is `dossiers:refusal.not_yours`), `facts` fill it. Anything else that is thrown is a defect.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>

  constructor(kind: RefusalKind, code: string, facts: Record<string, unknown> = {}) {
    super(code)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.facts = facts
  }
}

/** The refusal of one of these kinds that `work` ends in, or null when it succeeds. Refusals of other kinds pass through. */
export async function refusalOf(
  work: Promise<unknown>,
  ...kinds: readonly RefusalKind[]
): Promise<Refusal | null> {
  try {
    await work
    return null
  } catch (thrown) {
    if (thrown instanceof Refusal && kinds.includes(thrown.kind)) return thrown
    throw thrown
  }
}

/** What `work` refuses of the form that asked for it; null when it is done. Not found and the like go to their pages. */
export function formRefusal(work: Promise<unknown>): Promise<Refusal | null> {
  return refusalOf(work, 'invalid', 'conflict')
}
