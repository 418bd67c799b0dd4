import {
  certificateBadge,
  pictureHref,
  type RecognisedProductRow,
  recognitionStatus,
} from '#modules/recognition/index.ts'
import type { Day } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { StarBadgeProps } from '#platform/ui/star-badge.tsx'

/** What a card shows of a product. */
export interface ShownProduct {
  href: string
  name: string
  producer: string
  picture: string | undefined
  star: StarBadgeProps
  place: string | undefined
  isDemo: boolean
}

/** A product with the star of this recognition, as it stands on the day. */
export function shownProduct(row: RecognisedProductRow, day: Day, t: Translate): ShownProduct {
  return {
    href: `/san-pham/${row.slug}`,
    name: row.productName,
    producer: row.producerName,
    picture: pictureHref(row, 320),
    star: starOf(row, day, t),
    place: row.todayUnitName ?? row.unitName ?? undefined,
    isDemo: row.isDemo,
  }
}

/** The star badge of a recognition as it stands on the day. */
export function starOf(row: RecognisedProductRow, day: Day, t: Translate): StarBadgeProps {
  return certificateBadge({ ...row, status: recognitionStatus(row, day) }, day, t)
}
