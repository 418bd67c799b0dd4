/** Class names joined, the absent ones left out; nothing when none is left, so that no empty attribute is written. */
export function classes(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}
