import { Refusal } from '#platform/refusal.ts'

/** The refusal that belongs into the form: faults, or that somebody else saved meanwhile. Any other passes through. */
export async function formRefusal(work: Promise<unknown>): Promise<Refusal | null> {
  try {
    await work
    return null
  } catch (thrown) {
    if (thrown instanceof Refusal && ['plans.faulty', 'plans.changed_meanwhile'].includes(thrown.code))
      return thrown
    throw thrown
  }
}
