import { type CriteriaSet, scoreOf } from '#modules/regulation/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import { newId } from '#platform/ids.ts'
import { selfAssessmentOf } from './answer-store.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'
import { type Evidence, listEvidence } from './evidence-store.ts'
import { findRegistered } from './registered.ts'
import type { SnapshotContent } from './snapshot.ts'
import { insertSnapshot } from './snapshot-store.ts'

/** Freezes the dossier as it is handed in: everything that was written, and the digest of every file. */
export async function takeSnapshot(
  ctx: Ctx<DossierTables>,
  dossier: Dossier,
  set: CriteriaSet,
  more: Partial<Pick<SnapshotContent, 'pledge' | 'goneOn'>> = {},
): Promise<{ number: number; digest: string }> {
  const content = { ...(await contentOf(ctx, dossier, set)), ...more }
  const digest = digestOf(content)
  const id = newId(ctx.now.getTime())
  const number = await insertSnapshot(ctx.db, {
    id,
    dossierId: dossier.id,
    content,
    digest,
    takenAt: ctx.now,
  })
  return { number, digest }
}

/** What a snapshot of the dossier would hold now. */
export async function contentOf(
  ctx: Ctx<DossierTables>,
  dossier: Dossier,
  set: CriteriaSet,
): Promise<SnapshotContent> {
  const registered = await findRegistered(ctx.db, dossier.productId)
  if (!registered) throw new Error(`the product of ${dossier.code} is gone`)
  const { product, producer } = registered
  const { answers, notes } = await selfAssessmentOf(ctx.db, dossier.id)
  const { code, kind, regimeId, criteriaSetId, criteriaDigest, registration, report } = dossier
  const evidence = (await listEvidence(ctx.db, dossier.id)).flatMap(filesOf)
  return {
    code,
    kind,
    regimeId,
    criteriaSetId,
    criteriaDigest,
    producer: {
      id: producer.id,
      name: producer.name,
      kind: producer.kind,
      address: producer.address ?? '',
      unitPath: dossier.unitPath,
    },
    product: {
      id: product.id,
      name: product.name,
      productSetNo: product.productSetNo,
      specification: product.specification ?? '',
    },
    registration,
    report,
    ...(kind === 'first' ? {} : { changes: dossier.changes }),
    answers,
    notes,
    selfTotal: scoreOf(answers, set).total,
    evidence,
    pledge: { by: ctx.actor.name, at: ctx.now.toISOString() },
  }
}

/** The files of a citation as they are frozen: one for each page of its paper. */
function filesOf({ criterion, paperKind, title, pages }: Evidence): SnapshotContent['evidence'] {
  return pages.map(({ name, sha256, size }) => ({ criterion, paperKind, title, name, sha256, size }))
}
