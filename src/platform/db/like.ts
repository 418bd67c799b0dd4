/** What was typed, as a pattern of `like` takes it literally. */
export function literally(typed: string): string {
  return typed.replaceAll(/[\\%_]/g, '\\$&')
}

/** The pattern of `like` for whatever holds the text somewhere. */
export function holding(typed: string): string {
  return `%${literally(typed)}%`
}
