import { fold } from '#platform/db/fold.ts'

/** The drawings that may stand in for a picture, by words of the folded name: the more exact first. */
const drawings: readonly (readonly [string, RegExp])[] = [
  ['tra-vo-ca-phe', /tra vo ca phe/],
  ['ca-phe', /ca phe/],
  ['ca-tep', /\b(ca|tep)\b/],
  ['ruou-man', /ruou.*\bman\b/],
  ['ruou-mo', /ruou/],
  ['man-gung', /\bman\b.*gung/],
  ['man-mat-ong', /\bman\b.*mat ong/],
  ['man-say', /\bman\b/],
  ['mat-ong', /mat ong/],
  ['tra-may', /\btra\b.*\bmay\b/],
  ['che-shan', /\b(che|tra)\b/],
  ['hong-say', /\bhong\b/],
  ['xoai-say', /\bxoai\b/],
  ['chuoi-say', /\bchuoi\b/],
  ['mang-truc', /\bmang\b/],
  ['long-nhan', /long nhan|\bnhan\b/],
  ['toi-den', /\btoi\b/],
  ['thit-trau', /\b(thit|trau)\b/],
  ['gao-nep', /\b(gao|nep)\b/],
  ['tinh-dau', /tinh dau/],
]

/** Name of the drawing in `public/art` that fits a product of this name; null when none does. */
export function artFor(productName: string): string | null {
  const name = fold(productName)
  return drawings.find(([, words]) => words.test(name))?.[0] ?? null
}

/** Where the picture of a product is: its own about `width` points wide, or the drawing that stands in; or nothing. */
export function pictureAddress(
  { pictureFileId, pictureArt }: { pictureFileId: string | null; pictureArt: string | null },
  width: number,
): string | undefined {
  if (pictureFileId) return `/pictures/${pictureFileId}?w=${width}`
  return pictureArt ? `/art/${pictureArt}.svg` : undefined
}
