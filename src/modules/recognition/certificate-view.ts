import { showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { StarBadgeProps } from '#platform/ui/star-badge.tsx'
import type { CertifiedProduct } from './recognised-product-store.ts'
import type { CertificateView } from './views/certificate-page.tsx'
import type { ListedCertificate } from './views/certificates-page.tsx'

/** What the list shows of a certificate. */
export function listedCertificate(row: CertifiedProduct, star: StarBadgeProps): ListedCertificate {
  const {
    certificateId: id,
    certificateNumber: number,
    code,
    productName,
    producerName,
    issuedOn,
    expiresOn,
  } = row
  return {
    id,
    number,
    code,
    productName,
    producerName,
    place: row.todayUnitName ?? '',
    star,
    issuedOn,
    expiresOn,
  }
}

/** What its own page shows; without links to a decision or a dossier that the reader may not open. */
export function certificateView(
  row: CertifiedProduct,
  star: StarBadgeProps,
  { t, opens }: { t: Translate; opens: { decision: boolean; dossier: boolean } },
): CertificateView {
  const { revokedOn, revocationNumber, ground, reason } = row
  return {
    id: row.certificateId,
    number: row.certificateNumber,
    code: row.code,
    isDemo: row.isDemo,
    star,
    productName: row.productName,
    productHref: `/san-pham/${row.slug}`,
    producerName: row.producerName,
    place: row.facts.place.name,
    productCode: row.facts.product.code,
    dossierId: opens.dossier ? row.dossierId : null,
    decision: {
      id: opens.decision ? row.decisionId : null,
      number: row.decisionNumber,
      decidedOn: row.decidedOn,
      signerName: row.signerName,
      signerPost: row.signerPost,
    },
    issuedOn: row.issuedOn,
    expiresOn: row.expiresOn,
    revocation:
      revokedOn && ground
        ? { number: revocationNumber ?? '', revokedOn, ground, reason: reason ?? '' }
        : null,
    history: [
      ...(revokedOn
        ? [
            {
              title: t('recognition:history.revoked', { number: revocationNumber }),
              at: showDay(revokedOn),
              tone: 'error' as const,
            },
          ]
        : []),
      {
        title: t('recognition:history.issued', { number: row.decisionNumber }),
        at: showDay(row.issuedOn),
        tone: 'success' as const,
      },
    ],
  }
}
