import { fold } from '#platform/db/fold.ts'

/** Whether what was typed is the signer's own name, as one would write it under a paper; diacritics are forgiven. */
export function signs(typed: string, name: string): boolean {
  return fold(typed) !== '' && fold(typed) === fold(name)
}
