import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { addDays } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { isId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { findCertificateForUpdate, findRevocation, insertRevocation } from './certificate-store.ts'
import type { NewDecision } from './decision-faults.ts'
import { issuerOf, mayDecide, maySee } from './decision-level.ts'
import { endRecognition, findRecognition } from './recognition-store.ts'
import {
  type DecisionLevel,
  type RecognitionTables,
  type RevocationGround,
  revocationGrounds,
} from './recognition-tables.ts'
import { draftDecision, writeDecision } from './write-decision.ts'

export interface Revocation {
  certificateId: string
  ground: RevocationGround
  reason: string
  decision: NewDecision
}

const longestReason = 2000

/**
 * Withdraws a recognition on one of the grounds of QĐ 26/2026 art. 8, from the day of the decision on: by the province's
 * leader, or the centre's for five stars. It cannot be undone; a product comes back by a new dossier.
 */
export function revokeCertificate(
  ctx: Ctx<RecognitionTables>,
  revocation: Revocation,
): Promise<{ decisionId: string }> {
  const { certificateId, ground, reason, decision: written } = revocation
  return inTransaction(ctx, async (ctx) => {
    const { certificate, recognition, level, unitPath } = await getRevocable(ctx, certificateId)
    const words = readReason(ground, reason)
    const decision = draftDecision(ctx, written, {
      kind: 'revoke',
      level,
      unitPath,
      notBefore: certificate.issuedOn,
      isDemo: recognition.isDemo,
    })
    await writeDecision(ctx, decision, { certificates: [certificateId] })
    const revokedOn = decision.decidedOn
    const row = { certificateId, revokedOn, ground, decisionId: decision.id, reason: words }
    if (!(await insertRevocation(ctx.db, row))) throw new Refusal('conflict', 'recognition.revoked_already')
    await endRecognition(ctx.db, recognition.id, addDays(revokedOn, -1))
    await record(ctx, 'certificate.revoked', `certificate:${certificateId}`, {
      recognitionId: recognition.id,
      productId: recognition.productId,
      code: certificate.code,
      decisionId: decision.id,
      ground,
      reason: words,
      revokedOn,
    })
    return { decisionId: decision.id }
  })
}

/** The certificate, locked, its recognition and whose it is to revoke. */
async function getRevocable(ctx: Ctx<RecognitionTables>, certificateId: string) {
  const certificate = isId(certificateId) ? await findCertificateForUpdate(ctx.db, certificateId) : undefined
  const recognition = certificate && (await findRecognition(ctx.db, certificate.recognitionId))
  if (!certificate || !recognition || !maySee(ctx.actor, recognition.unitPath)) {
    throw new Refusal('not_found', 'recognition.certificate_unknown')
  }
  const level: DecisionLevel = recognition.level === 'centre' ? 'centre' : 'province'
  const unitPath = issuerOf(level, recognition.unitPath)
  if (!mayDecide(ctx.actor, unitPath)) throw new Refusal('forbidden', 'recognition.not_the_leader')
  // The certificate is locked: nobody revokes it between this look and the row that its key guards.
  if (await findRevocation(ctx.db, certificateId))
    throw new Refusal('conflict', 'recognition.revoked_already')
  return { certificate, recognition, level, unitPath }
}

function readReason(ground: string, reason: string): string {
  if (!revocationGrounds.some((one) => one === ground))
    throw new Refusal('invalid', 'recognition.ground_unknown')
  const words = reason.trim()
  if (words === '' || words.length > longestReason) throw new Refusal('invalid', 'recognition.reason_missing')
  return words
}
