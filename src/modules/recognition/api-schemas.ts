import { z } from '@hono/zod-openapi'
import { certificateStatuses, recognitionStatuses } from './certificate-status.ts'
import type { CertifiedProduct, RecognisedProduct } from './recognised-product-store.ts'

export const producerTypes = [
  'cooperative',
  'cooperative_group',
  'company',
  'household',
  'farm',
  'tourism_body',
] as const
const day = z.iso.date().openapi({ example: '2026-11-24' })
const Named = { name: z.string(), slug: z.string() }
const Producer = z.object({ id: z.uuid(), name: z.string(), type: z.enum(producerTypes) }).openapi('Producer')
const Unit = z.object({ id: z.string(), name: z.string() })
const Decision = z
  .object({
    number: z.string().openapi({ example: '2735/QĐ-UBND' }),
    decidedOn: day,
    signer: z.string(),
    post: z.string(),
  })
  .openapi('Decision')

export const Recognition = z
  .object({
    id: z.uuid(),
    product: z.object(Named),
    producer: Producer,
    stars: z.int().min(3).max(5),
    year: z.int(),
    level: z.enum(['province', 'centre', 'district']),
    status: z.enum(recognitionStatuses).openapi({
      description: 'On the day of the request. `unconfirmed`: imported without its decision, never in force',
    }),
    commune: Unit.nullable().openapi({ description: 'Under the map of its day' }),
    communeToday: Unit.nullable(),
    decision: Decision.nullable().openapi({ description: 'Null where it is not on record' }),
    certificateCode: z.string().nullable(),
    recognisedOn: day.nullable(),
    expiresOn: day,
    isDemo: z.boolean().openapi({ description: 'Invented to show how the programme works' }),
  })
  .openapi('Recognition')

export const Certificate = z
  .object({
    number: z.string().openapi({ example: 'OCOP-14-2026-0001' }),
    code: z.string().openapi({ example: 'SL7K-4M2Q' }),
    stars: z.int().min(3).max(5),
    product: z.object({ ...Named, code: z.string().nullable().openapi({ example: '14-03868-1-2026' }) }),
    producer: Producer,
    decision: Decision,
    issuedOn: day,
    expiresOn: day,
    status: z.enum(certificateStatuses),
    revocation: z.object({ revokedOn: day, decisionNumber: z.string(), ground: z.string() }).nullable(),
    isDemo: z.boolean(),
  })
  .openapi('Certificate')

/** What open data says of a recognition. */
export function recognitionOf(row: RecognisedProduct): z.infer<typeof Recognition> {
  return {
    id: row.recognitionId,
    product: { name: row.productName, slug: row.slug },
    producer: { id: row.producerId, name: row.producerName, type: row.producerKind },
    stars: row.stars,
    year: row.year,
    level: row.level,
    status: row.status,
    commune: row.unitName ? { id: row.unitId, name: row.unitName } : null,
    communeToday: row.todayUnitId ? { id: row.todayUnitId, name: row.todayUnitName ?? '' } : null,
    decision: row.decisionNumber ? decisionOf(row) : null,
    certificateCode: row.code,
    recognisedOn: row.recognisedOn,
    expiresOn: row.expiresOn,
    isDemo: row.isDemo,
  }
}

/** What open data says of a certificate. */
export function certificateOf(row: CertifiedProduct): z.infer<typeof Certificate> {
  const { revokedOn, revocationNumber, ground } = row
  return {
    number: row.certificateNumber,
    code: row.code,
    stars: row.stars,
    product: { name: row.productName, slug: row.slug, code: row.facts.product.code },
    producer: { id: row.producerId, name: row.producerName, type: row.producerKind },
    decision: decisionOf(row),
    issuedOn: row.issuedOn,
    expiresOn: row.expiresOn,
    status: row.status,
    revocation: revokedOn
      ? { revokedOn, decisionNumber: revocationNumber ?? '', ground: ground ?? '' }
      : null,
    isDemo: row.isDemo,
  }
}

function decisionOf(row: RecognisedProduct | CertifiedProduct): z.infer<typeof Decision> {
  const { decisionNumber, decidedOn, signerName, signerPost } = row
  return {
    number: decisionNumber ?? '',
    decidedOn: decidedOn ?? '',
    signer: signerName ?? '',
    post: signerPost ?? '',
  }
}
