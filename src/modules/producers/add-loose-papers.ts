import { type Ctx, inTransaction } from '#platform/ctx.ts'
import type { Upload } from '#platform/files/check-upload.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { keepPaper, type PaperFacts } from './add-paper.ts'
import { checkPages, keepPages } from './add-scanned-paper.ts'
import { getProducerToChange } from './get-producer.ts'
import type { PaperKind } from './paper-kinds.ts'
import type { Paper, ProducerTables } from './producer-store.ts'

/**
 * Brings several files into the vault at once, each as a paper of its own named after its file, to be described later.
 * @throws Refusal as `addScannedPaper`; one faulty file keeps out all
 */
export async function addLoosePapers(
  ctx: Ctx<ProducerTables>,
  files: FileStore,
  { producerId, kind, uploads }: { producerId: string; kind: PaperKind; uploads: readonly Upload[] },
): Promise<Paper[]> {
  await getProducerToChange(ctx, producerId)
  const checked = await checkPages(uploads, {})
  return inTransaction(ctx, async (ctx) => {
    await getProducerToChange(ctx, producerId)
    const papers: Paper[] = []
    for (const file of checked) {
      const facts = looseFacts(kind, file.name)
      papers.push(await keepPaper(ctx, { producerId, facts, fileIds: await keepPages(ctx, files, [file]) }))
    }
    return papers
  })
}

/** What is known of a paper of which there is only a file. */
export function looseFacts(kind: PaperKind, fileName: string): PaperFacts {
  const title = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').slice(0, 200)
  return { kind, title: title || null, number: null, issuer: null, issuedOn: null, validTo: null, note: null }
}
