/** The address of a product's picture about `width` points wide, or of the drawing that stands in; undefined for neither. */
export function pictureHref(
  { pictureFileId, pictureArt }: { pictureFileId: string | null; pictureArt: string | null },
  width = 640,
): string | undefined {
  if (pictureFileId) return `/pictures/${pictureFileId}?w=${width}`
  return pictureArt ? `/art/${pictureArt}.svg` : undefined
}
