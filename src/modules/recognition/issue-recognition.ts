import { findProducer, type ProducerTables } from '#modules/producers/index.ts'
import { findProduct, type ProductTables } from '#modules/products/index.ts'
import { certificateExpiresOn, lawRegime } from '#modules/regulation/index.ts'
import { findUnit, type Unit, type UnitTables } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { takeNumber } from '#platform/numbers/number-series.ts'
import type { NumberTables } from '#platform/numbers/number-store.ts'
import { Refusal } from '#platform/refusal.ts'
import { inSentence } from '#platform/text/in-sentence.ts'
import { insertCertificate } from './certificate-store.ts'
import { provinceOf } from './decision-level.ts'
import type { DecidedDossier, DecidingTables } from './open-consequences.ts'
import { insertRecognition, lockProduct, showNewest } from './recognition-store.ts'
import type { CertificateFacts, DecisionLevel, RecognitionRow } from './recognition-tables.ts'
import type { DraftDecision } from './write-decision.ts'

export type IssuingTables = DecidingTables & ProductTables & ProducerTables & UnitTables & NumberTables

export interface IssuedCertificate {
  dossierId: string
  certificateId: string
  code: string
  number: string
}

interface Issue {
  dossier: DecidedDossier
  stars: number
  decision: DraftDecision
}

/**
 * Writes the star: the recognition and its certificate of 36 months from the decision's day (QĐ 26/2026 art. 4.3).
 * The one place where a star comes to be by decision. The caller has moved the dossier and written the decision.
 */
export async function issueRecognition(ctx: Ctx<IssuingTables>, issue: Issue): Promise<IssuedCertificate> {
  const { dossier, decision } = issue
  await lockProduct(ctx.db, dossier.productId)
  const recognition = await recognitionOf(ctx, issue)
  if (!(await insertRecognition(ctx.db, recognition))) {
    throw new Refusal('conflict', 'recognition.recognised_already', { code: dossier.code })
  }
  await showNewest(ctx.db, dossier.productId)

  const { id: recognitionId, stars, expiresOn } = recognition
  const certificateId = newId(ctx.now.getTime())
  const certificate = {
    id: certificateId,
    recognitionId,
    number: await nextCertificateNumber(ctx, decision, certificateId),
    issuedOn: decision.decidedOn,
    expiresOn,
  }
  const facts = await factsOf(ctx, issue, certificate)
  const code = await insertCertificate(ctx.db, certificate, (code) => ({ ...facts, code }))
  const { number, issuedOn } = certificate
  await record(ctx, 'certificate.issued', `certificate:${certificateId}`, {
    recognitionId,
    productId: dossier.productId,
    dossierId: dossier.id,
    decisionId: decision.id,
    stars,
    code,
    number,
    issuedOn,
    expiresOn,
  })
  return { dossierId: dossier.id, certificateId, code, number }
}

async function recognitionOf(
  ctx: Ctx<IssuingTables>,
  { dossier, stars, decision }: Issue,
): Promise<RecognitionRow> {
  const expiresOn = certificateExpiresOn(lawRegime(dossier.regimeId), decision.decidedOn)
  return {
    id: newId(ctx.now.getTime()),
    productId: dossier.productId,
    producerId: dossier.producerId,
    dossierId: dossier.id,
    stars,
    year: yearOf(decision.decidedOn),
    level: decision.level,
    recognisedOn: decision.decidedOn,
    expiresOn,
    inForceUntil: expiresOn,
    decisionId: decision.id,
    regimeId: dossier.regimeId,
    unitId: unitIdOf(dossier.unitPath),
    unitPath: dossier.unitPath,
    source: 'decision',
    note: null,
    isCurrent: false,
    isDemo: dossier.isDemo,
    createdAt: ctx.now,
  }
}

/** Certificates of an issuer and a year are numbered without a gap: OCOP-14-2026-0001. */
async function nextCertificateNumber(
  ctx: Ctx<IssuingTables>,
  { unitPath, decidedOn }: DraftDecision,
  certificateId: string,
): Promise<string> {
  const year = yearOf(decidedOn)
  const series = `${unitPath}:certificate`
  const number = await takeNumber(ctx, { series, year, subject: `certificate:${certificateId}` })
  const issuer = unitPath === 'vn' ? 'VN' : unitIdOf(unitPath)
  return `OCOP-${issuer}-${year}-${String(number).padStart(4, '0')}`
}

async function factsOf(
  ctx: Ctx<IssuingTables>,
  { dossier, stars, decision }: Issue,
  certificate: { number: string; issuedOn: string; expiresOn: string },
): Promise<Omit<CertificateFacts, 'code'>> {
  const product = await findProduct(ctx.db, dossier.productId)
  const producer = await findProducer(ctx.db, dossier.producerId)
  const unit = await findUnit(ctx.db, unitIdOf(dossier.unitPath))
  const province = await findUnit(ctx.db, unitIdOf(provinceOf(dossier.unitPath)))
  if (!product || !producer || !unit || !province)
    throw new Error(`dossier ${dossier.id} names a product, producer or unit that is gone`)
  const { number, decidedOn, signerName, signerPost, level } = decision
  return {
    number: certificate.number,
    stars,
    product: { name: product.name, code: dossier.productCode, specification: product.specification },
    producer: { name: producer.name, kind: producer.kind, address: producer.address },
    place: { unitId: unit.id, name: `${unit.name}, ${inSentence(province.name)}` },
    decision: { number, decidedOn, signerName, signerPost, level },
    issuer: issuerNames(level, province),
    regimeId: dossier.regimeId,
    issuedOn: certificate.issuedOn,
    expiresOn: certificate.expiresOn,
    isDemo: dossier.isDemo,
  }
}

/** The body that issues, as it is printed: the province's People's Committee, or the ministry for the centre. */
function issuerNames(level: DecisionLevel, province: Unit): CertificateFacts['issuer'] {
  const committee = `Ủy ban nhân dân ${inSentence(province.name)}`
  if (level === 'province') return { name: committee, place: province.shortName, systemOwner: committee }
  return { name: 'Bộ Nông nghiệp và Môi trường', place: 'Hà Nội', systemOwner: committee }
}

function unitIdOf(unitPath: string): string {
  return unitPath.split('/').at(-1) ?? unitPath
}
