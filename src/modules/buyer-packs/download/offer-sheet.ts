import { verificationAddress } from '#modules/recognition/index.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import { certificateDay, certificateInWords, seasonInWords } from '../offer-words.ts'
import type { PackToday } from '../read-packs.ts'

/** What is offered, a product a line, as an Excel file that a buyer's own list can take over. */
export function offerSheet(
  { products }: PackToday,
  { t, origin }: { t: Translate; origin: string },
): Promise<Uint8Array> {
  const column = (key: string, width: number, kind: 'text' | 'number' | 'day' | 'money' = 'text') => ({
    header: t(`buyer-packs:${key}`),
    width,
    kind,
  })
  return writeSheet({
    sheetName: t('buyer-packs:sheet.name'),
    columns: [
      column('sheet.product', 36),
      column('sheet.stars', 10, 'number'),
      column('sheet.certificate', 24),
      column('sheet.until', 16, 'day'),
      column('sheet.standing', 30),
      column('sheet.address', 40),
      column('terms.packSize', 24),
      column('terms.price', 16, 'money'),
      column('terms.minimumOrder', 22),
      column('terms.monthlyCapacity', 22),
      column('terms.season', 24),
      column('terms.shelfLife', 20),
    ],
    rows: products.map((offered) => {
      const { product, terms, certificate, hasEnded } = offered
      const counts = certificate && !hasEnded
      return [
        product.name,
        counts ? certificate.stars : null,
        certificate?.certificateNumber ?? null,
        certificateDay(offered),
        certificateInWords(offered, t),
        certificate ? verificationAddress(origin, certificate.code) : null,
        terms.packSize,
        terms.price,
        terms.minimumOrder,
        terms.monthlyCapacity,
        seasonInWords(terms, t),
        terms.shelfLife,
      ]
    }),
  })
}
