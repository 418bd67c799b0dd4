/** The widths in which pictures of products are asked for. */
export const pictureWidths = [320, 640, 1280] as const

interface Pictured {
  slug: string
  pictureFileId: string | null
  /** Name of a drawing that stands in for a photograph. */
  pictureArt: string | null
}

/** The address of a product's picture, or undefined where it has none. A new picture has a new address. */
export function pictureHref(
  { slug, pictureFileId, pictureArt }: Pictured,
  width: (typeof pictureWidths)[number] = 640,
): string | undefined {
  if (pictureFileId) return `/san-pham/${slug}/anh-${width}.webp?v=${pictureFileId.slice(-6)}`
  return pictureArt ? `/art/${pictureArt}.svg` : undefined
}
