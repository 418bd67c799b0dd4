import {
  isInForce,
  pictureHref,
  type RecognisedProductRow,
  recognitionStatus,
} from '#modules/recognition/index.ts'
import type { Day } from '#platform/dates.ts'

interface About {
  row: RecognisedProductRow
  description: string
  origin: string
  day: Day
}

/** The product and its certificate in schema.org's words. A star that does not count is not told to machines as one. */
export function productJsonLd({ row, description, origin, day }: About): object {
  const picture = pictureHref(row, 1280)
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: row.productName,
    description,
    url: `${origin}/san-pham/${row.slug}`,
    ...(picture ? { image: origin + picture } : {}),
    manufacturer: {
      '@type': 'Organization',
      name: row.producerName,
      url: `${origin}/chu-the/${row.producerId}`,
    },
    ...(isInForce(recognitionStatus(row, day)) ? { hasCertification: certification(row, origin) } : {}),
  }
}

function certification(row: RecognisedProductRow, origin: string): object {
  return {
    '@type': 'Certification',
    name: `OCOP ${row.stars} sao`,
    certificationStatus: 'https://schema.org/CertificationActive',
    certificationIdentification: row.certificateNumber,
    certificationRating: { '@type': 'Rating', ratingValue: row.stars, bestRating: 5 },
    issuedBy: { '@type': 'Organization', name: row.facts?.issuer.name },
    datePublished: row.issuedOn,
    expires: row.expiresOn,
    url: `${origin}/v/${row.code}`,
  }
}
