import type { Translate } from './translator.ts'

/** The sentence in which a refusal is told: `dossiers.not_yours` is `dossiers:refusal.not_yours`. */
export function refusalWords(
  { code, facts }: { code: string; facts?: Readonly<Record<string, unknown>> | undefined },
  t: Translate,
): string {
  return t(code.replace('.', ':refusal.'), facts)
}
