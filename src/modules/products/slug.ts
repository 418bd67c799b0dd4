import { fold } from '#platform/db/fold.ts'

/** The name as it stands in an address: "Chè Shan đặc biệt" is `che-shan-dac-biet`. Never empty. */
export function slugOf(name: string): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return words.slice(0, 80).replace(/-+$/, '') || 'san-pham'
}

/** What to call the product when the first `taken` names are taken: `che-shan`, `che-shan-2`, `che-shan-3` … */
export function nextSlug(slug: string, taken: number): string {
  return taken === 0 ? slug : `${slug}-${taken + 1}`
}
