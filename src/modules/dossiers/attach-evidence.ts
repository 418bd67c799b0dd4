import { type CriteriaSet, criterionOf } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import { checkUpload, type Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { DossierTables } from './dossier-store.ts'
import { mandateForFiles } from './dossier-writer.ts'
import { insertEvidence } from './evidence-store.ts'
import { evidenceField, writeAs } from './field-author.ts'
import { markMended } from './fix-list-store.ts'
import { criterionTarget, type FixTarget, paperTarget } from './fix-target.ts'
import { lockForChange } from './get-dossier.ts'
import { isPaperKind } from './paper-kinds.ts'
import { changeDossier } from './take-step.ts'

export interface NewEvidence {
  dossierId: string
  /** The criterion that it proves, the row of Form 02's table that it belongs to, or both. */
  criterion?: string | undefined
  paperKind?: string | undefined
  /** What the producer calls it; the file's name when left out. */
  title?: string | undefined
  file: Upload
}

/**
 * The producer, or a consultant under its mandate, adds a file as evidence to a criterion or to a kind of paper.
 * @throws Refusal `invalid` for a file that cannot be taken, `conflict` when that part is closed
 */
export async function attachEvidence(
  ctx: Ctx<DossierTables>,
  files: FileStore,
  input: NewEvidence,
): Promise<{ id: string }> {
  const upload = await checkUpload(input.file)
  return inTransaction(ctx, async (ctx) => {
    const { dossier, fixList, writer, mayChangeFiles } = await lockForChange(ctx, input)
    const place = placeOf(input, await criteriaOfDossier(ctx.db, dossier))
    const targets = targetsOf(place)
    const open = targets.filter(mayChangeFiles)
    if (open.length === 0) throw new Refusal('conflict', 'dossiers.part_closed', { target: targets[0] })

    const file = await keepFile(ctx, files, upload)
    const id = newId(ctx.now.getTime())
    const title = input.title?.trim() || file.name
    const evidence = { id, dossierId: dossier.id, ...place, fileId: file.id, title, addedAt: ctx.now }
    await insertEvidence(ctx.db, evidence)
    await changeDossier(ctx, dossier, {})
    const mandateId = mandateForFiles(writer, open[0] ?? '') ?? null
    await writeAs(ctx, dossier, { fields: [evidenceField(id)], mandateId })
    if (fixList) await markMended(ctx.db, fixList.id, open, ctx.now)
    const facts = { evidenceId: id, ...place, title, sha256: file.sha256, mandateId }
    await record(ctx, 'dossier.evidence_attached', `dossier:${dossier.id}`, facts)
    return { id }
  })
}

interface Place {
  criterion: string | null
  paperKind: string | null
}

/** @throws Refusal `invalid` when the dossier has no such place */
function placeOf(input: NewEvidence, set: CriteriaSet): Place {
  const criterion = input.criterion || null
  const paperKind = input.paperKind || null
  if (criterion && !criterionOf(set, criterion))
    throw new Refusal('invalid', 'dossiers.criterion_unknown', { criterion })
  if (paperKind ? !isPaperKind(paperKind) : !criterion) throw new Refusal('invalid', 'dossiers.paper_unknown')
  return { criterion, paperKind }
}

/** The parts of the dossier that a piece of evidence belongs to. */
export function targetsOf(evidence: Place): FixTarget[] {
  const { criterion, paperKind } = evidence
  return [...(criterion ? [criterionTarget(criterion)] : []), ...(paperKind ? [paperTarget(paperKind)] : [])]
}
