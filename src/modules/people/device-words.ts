/** The browser and the system that a `User-Agent` names, for a person to recognise a sign-in by; null: unknown. */
export function deviceOf(userAgent: string | null): { browser: string | null; system: string | null } {
  const text = userAgent ?? ''
  const first = (known: [string, RegExp][]) => known.find(([, mark]) => mark.test(text))?.[0] ?? null
  return { browser: first(browsers), system: first(systems) }
}

// The order matters: most browsers also name the ones they descend from.
const browsers: [string, RegExp][] = [
  ['Cốc Cốc', /coc_coc_browser/i],
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Safari\//],
]
const systems: [string, RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]
