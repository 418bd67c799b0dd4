/**
 * The path to come back to after signing in, or `otherwise` when the text would lead anywhere but to a page of this
 * site: browsers read `//host`, `/\host` and addresses with control characters as other sites.
 */
export function localPath(text: string | null | undefined, otherwise = '/'): string {
  if (!text || !isLocal(text)) return otherwise
  return text
}

function isLocal(text: string): boolean {
  if (text.length > 2000 || !text.startsWith('/') || /[\\\p{Cc}\s]/u.test(text)) return false
  const base = 'https://here.invalid'
  if (!URL.canParse(text, base)) return false
  const url = new URL(text, base)
  // The address that the browser would make of it, not the one that was typed, must still be ours.
  return url.origin === base && !url.pathname.startsWith('//')
}
