import './certificate-leanings.ts'
import './first-dossier-rule.ts'
import './unrecomputable.ts'

export { addImportedRecognition, canHaveBeen, type ImportedRecognition } from './add-imported-recognition.ts'
export { addImportedRecognitions } from './add-imported-recognitions.ts'
export { writeCentralLetter } from './central-pack/write-central-letter.ts'
export { certificateBadge } from './certificate-badge.ts'
export { listCertificatesOf } from './certificate-list-store.ts'
export { verificationAddress } from './certificate-paper.ts'
export {
  type CertificateStatus,
  certificateStatus,
  certificateStatuses,
  expiringDays,
  isInForce,
  type RecognitionStatus,
  recognitionStatus,
  recognitionStatuses,
} from './certificate-status.ts'
export { decideRecognition } from './decide-recognition.ts'
export type { NewDecision } from './decision-faults.ts'
export { declineRecognition } from './decline-recognition.ts'
export { type DrawnCertificate, drawCertificate } from './draw-certificate.ts'
export {
  type CertificateAtHand,
  findCertificateAtHand,
  listEndingCertificates,
} from './ending-certificate-store.ts'
export type { IssuedCertificate, IssuingTables } from './issue-recognition.ts'
export { migrations } from './migrations/index.ts'
export { openFollowUp } from './open-follow-up.ts'
export { orderReassessment } from './order-reassessment.ts'
export { answerPage, pagesFromMemory } from './page-cache.ts'
export { pictureHref } from './product-picture.ts'
export type { CertifiedProduct } from './recognised-product-store.ts'
export { api } from './recognition-api.ts'
export type { RecognisedProductRow, RecognitionTables } from './recognition-tables.ts'
export { type CentralResult, recordCentralResult } from './record-central-result.ts'
export { type Revocation, revokeCertificate } from './revoke-certificate.ts'
export { routes } from './routes.tsx'
export { sendToCentre } from './send-to-centre.ts'
export { text } from './text.ts'
export { readVerificationCode } from './verification-code.ts'
export { countRecognitionWork, recognitionWork } from './work-parts.tsx'
