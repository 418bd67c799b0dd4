import { Refusal } from '#platform/refusal.ts'

export type Attempt<Done> = { done: Done; refusal?: undefined } | { done?: undefined; refusal: Refusal }

/**
 * Runs the operation behind a form. What it refuses about what was filled in, or because the dossier has moved on, is
 * given back, so that the form can be shown again with everything typed; whatever else is thrown goes on.
 */
export async function attempt<Done>(work: () => Promise<Done>): Promise<Attempt<Done>> {
  try {
    return { done: await work() }
  } catch (thrown) {
    if (thrown instanceof Refusal && (thrown.kind === 'invalid' || thrown.kind === 'conflict'))
      return { refusal: thrown }
    throw thrown
  }
}

/** The key of the sentence in which a refusal is told. */
export function sentenceOf({ code }: Refusal): string {
  return code.replace('.', ':refusal.')
}
