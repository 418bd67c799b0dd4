const longest = 120
const nothing = 'tep'

/**
 * The name of an uploaded file as it may be shown and offered for saving: composed letters, no folder, no signs that
 * a system reads as something else, at most 120 characters with its extension kept.
 */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '-')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const extension = extensionOf(clean)
  const stem = extension ? clean.slice(0, -extension.length - 1) : clean
  const kept = Array.from(stem || nothing)
    .slice(0, longest - extension.length - 1)
    .join('')
    .trim()
  const unreserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(kept) ? `${kept}-` : kept
  return extension ? `${unreserved}.${extension}` : unreserved
}

/** The letters after the last dot, in lower case; empty when there are none or too many to be an extension. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The name under its true extension: a picture that a phone called `.png` and is a JPEG. */
export function withExtension(name: string, extension: string): string {
  const given = extensionOf(name)
  return safeName(`${given ? name.slice(0, -given.length - 1) : name}.${extension}`)
}
