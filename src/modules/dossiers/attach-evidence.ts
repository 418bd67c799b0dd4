import { findPaperOfContent, keepPaper, listPaperPages, looseFacts } from '#modules/producers/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { type CheckedFile, checkUpload, type Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepFile } from '#platform/files/keep-file.ts'
import { type AskedPlace, cite, type OpenPlace, openPlace } from './cite-paper.ts'
import type { DossierTables } from './dossier-store.ts'
import { findCited } from './evidence-store.ts'
import { isPaperKind } from './paper-kinds.ts'

export interface NewEvidence extends AskedPlace {
  /** What the producer calls it; the file's name when left out. */
  title?: string | undefined
  file: Upload
}

/**
 * The producer, or a consultant under its mandate, brings a file in: into the producer's vault, and cited in one step. What
 * the vault holds already, byte for byte, is cited from there.
 * @throws Refusal `invalid` for a file that cannot be taken, `conflict` when that part is closed
 */
export async function attachEvidence(
  ctx: Ctx<DossierTables>,
  files: FileStore,
  { file, ...input }: NewEvidence,
): Promise<{ id: string }> {
  return attachPages(ctx, files, { ...input, uploads: [file] })
}

/** The same for a paper of several pages, in their order. */
export async function attachPages(
  ctx: Ctx<DossierTables>,
  files: FileStore,
  { uploads, title, ...asked }: Omit<NewEvidence, 'file'> & { uploads: readonly Upload[] },
): Promise<{ id: string }> {
  const checked: CheckedFile[] = []
  for (const upload of uploads) checked.push(await checkUpload(upload))
  return inTransaction(ctx, async (ctx) => {
    const opened = await openPlace(ctx, asked)
    const named = title?.trim() || checked[0]?.name || ''
    const paper = await paperOf(ctx, files, { checked, named, ...opened })
    const there = { dossierId: opened.dossier.id, ...opened.place, paperId: paper.id }
    return (await findCited(ctx.db, there)) ?? cite(ctx, opened, { paper, title: named })
  })
}

async function paperOf(
  ctx: Ctx<DossierTables>,
  files: FileStore,
  {
    checked,
    named,
    dossier: { producerId },
    place,
  }: { checked: readonly CheckedFile[]; named: string } & OpenPlace,
) {
  const sha256 = checked.map((file) => file.sha256)
  const known = await findPaperOfContent(ctx.db, { producerId, sha256 })
  const fileIds: string[] = []
  if (!known) for (const file of checked) fileIds.push((await keepFile(ctx, files, file)).id)
  const kind = place.paperKind && isPaperKind(place.paperKind) ? place.paperKind : 'other'
  const paper = known ?? (await keepPaper(ctx, { producerId, facts: looseFacts(kind, named), fileIds }))
  return { ...paper, pages: await listPaperPages(ctx.db, [paper.id]) }
}
