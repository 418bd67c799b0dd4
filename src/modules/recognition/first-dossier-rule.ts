import type { Kysely } from 'kysely'
import { addOpeningRule } from '#modules/dossiers/index.ts'
import { lawRegimes, regimesOn } from '#modules/regulation/index.ts'
import { dayOf } from '#platform/dates.ts'
import { Refusal } from '#platform/refusal.ts'
import { findCertificateOfProduct } from './certificate-list-store.ts'
import { firstIsOpen } from './openings.ts'
import type { RecognitionTables } from './recognition-tables.ts'

/**
 * A product with a star in force is not assessed as if it had none: its way is an upgrade or a reassessment, with their
 * own windows (QĐ 26/2026/QĐ-TTg, art. 6.1, 7.5, 7.6).
 */
addOpeningRule(async ({ db, now }, { productId, kind }) => {
  if (kind !== 'first') return
  const day = dayOf(now)
  const tables = db as unknown as Kysely<RecognitionTables>
  const certificate = await findCertificateOfProduct(tables, productId, day)
  const [regime] = regimesOn(lawRegimes(), day)
  if (!certificate || !regime || firstIsOpen(certificate, { regime, day })) return
  throw new Refusal('conflict', 'recognition.star_in_force', { stars: certificate.stars })
})
