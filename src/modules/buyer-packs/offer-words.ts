import type { PaperWithPages } from '#modules/producers/index.ts'
import type { CertifiedProduct } from '#modules/recognition/index.ts'
import { addDays, type Day, showDay } from '#platform/dates.ts'
import { type Locale, showMoney } from '#platform/text/format.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { OfferTerms } from './buyer-pack-tables.ts'
import { lastDayOf } from './pack-standing.ts'
import type { OfferedPaper, OfferedPart, OfferedProduct } from './read-packs.ts'

/** What is offered of a product, by its names; what was left open is left out. */
export function termsInWords(
  terms: OfferTerms,
  { t, locale }: { t: Translate; locale: Locale },
): [name: string, value: string][] {
  const { packSize, price, minimumOrder, monthlyCapacity, shelfLife } = terms
  const named = (field: string, value: string | null): [string, string][] =>
    value ? [[t(`buyer-packs:terms.${field}`), value]] : []
  return [
    ...named('packSize', packSize),
    ...named('price', price === null ? null : showMoney(price, locale)),
    ...named('minimumOrder', minimumOrder),
    ...named('monthlyCapacity', monthlyCapacity),
    ...named('season', seasonInWords(terms, t)),
    ...named('shelfLife', shelfLife),
  ]
}

/** When there are goods: all the year, in one month, from one month to another; null where nothing is said. */
export function seasonInWords(
  { seasonFrom: from, seasonTo: to }: Pick<OfferTerms, 'seasonFrom' | 'seasonTo'>,
  t: Translate,
): string | null {
  if (from === null || to === null) return null
  if (from === (to % 12) + 1) return t('buyer-packs:season.all_year')
  const month = (no: number) => t(`buyer-packs:month.${no}`)
  if (from === to) return t('buyer-packs:season.one', { month: month(from) })
  return t('buyer-packs:season.span', { from: month(from), to: month(to) })
}

/** How the certificate of a product stands. */
export function certificateInWords(
  { certificate }: Pick<OfferedProduct, 'certificate'>,
  t: Translate,
): string {
  if (!certificate) return t('buyer-packs:certificate.none')
  const { status, revokedOn, expiresOn } = certificate
  const day = status === 'revoked' ? (revokedOn ?? expiresOn) : expiresOn
  return t(`buyer-packs:certificate.${status}`, { day })
}

/** How a paper stands: its last day, that it has none, that it has ended. */
export function paperInWords({ paper, status }: OfferedPaper, t: Translate): string {
  return t(`buyer-packs:paper.${status}`, { day: paper.validTo })
}

/** What a paper is called: by its own title, or by its kind. */
export function paperName({ title, kind }: Pick<PaperWithPages, 'title' | 'kind'>, t: Translate): string {
  return title || t(`producers:paper.${kind}`)
}

/** Number, issuer and day of a paper on one line, as far as they are known. */
export function issueInWords(
  { number, issuer, issuedOn }: Pick<PaperWithPages, 'number' | 'issuer' | 'issuedOn'>,
  t: Translate,
): string {
  const said = [
    number && t('buyer-packs:issue.number', { number }),
    issuer,
    issuedOn && t('buyer-packs:issue.day', { day: showDay(issuedOn) }),
  ]
  return said.filter(Boolean).join(', ')
}

/** What a part of a pack is called. */
export function partName(part: OfferedPart, t: Translate): string {
  return part.is === 'paper' ? paperName(part.paper, t) : certificateName(part.certificate, t)
}

function certificateName({ certificateNumber, productName }: CertifiedProduct, t: Translate): string {
  return t('buyer-packs:certificate.named', { number: certificateNumber, product: productName })
}

/** Since when a part that has ended counts no more. */
export function endedSince(part: OfferedPart): Day | null {
  return part.lastDay && addDays(part.lastDay, 1)
}

/** The last day on which a certificate counts, for tables; null where there is none. */
export function certificateDay({ certificate }: OfferedProduct): Day | null {
  return certificate && lastDayOf(certificate)
}
