import type { Ctx } from '#platform/ctx.ts'
import { openStoredFile } from '#platform/files/open-stored-file.ts'
import { zipFiles } from '#platform/files/zip-files.ts'
import { paperPdf, paperWord } from '#platform/paper/draw-paper.ts'
import type { Paper } from '#platform/paper/paper.ts'
import { translator } from '#platform/text/translator.ts'
import type { CouncilTables } from '../council-tables.ts'
import { paperWithSignatures } from './document-paper.ts'
import { type Drawing, drawDocument } from './draw-document.ts'
import type { FiledDocument, SessionFile } from './enter-file.ts'
import { latestSigned } from './take-signed-file.ts'
import './text.ts'

/**
 * The file of a session as one zip: an index with the digest of what each document says, every document as PDF, those to
 * be signed as Word too, the PDFs signed outside, and the digest of each file.
 */
export async function zipSession(
  ctx: Ctx<CouncilTables>,
  { documents, room }: SessionFile,
  drawing: Drawing,
): Promise<ReadableStream<Uint8Array>> {
  const index = await paperPdf(indexPaper(documents, room.session.name), ctx.now)
  const files = documents.flatMap((document) => filesOf(ctx, document, drawing))
  const all = [{ path: '00-muc-luc.pdf', bytes: async () => index }, ...files]
  return zipFiles(all, ctx.now, { sums: true })
}

const folders = {
  minutes: '01-bien-ban',
  summary: '02-ket-qua',
  consolidated: '03-tong-hop-diem',
  sheet: '04-phieu-cham',
} as const

function filesOf(ctx: Ctx<CouncilTables>, document: FiledDocument, drawing: Drawing) {
  const path = pathOf(document)
  const signed = latestSigned(document)?.fileId
  return [
    { path: `${path}.pdf`, bytes: async () => (await drawDocument(ctx, document, drawing)).bytes },
    ...(document.kind === 'sheet'
      ? []
      : [{ path: `${path}.docx`, bytes: () => paperWord(paperWithSignatures(document)) }]),
    ...(signed
      ? [
          {
            path: `${path}-ky-so.pdf`,
            bytes: async () => (await openStoredFile(ctx.db, drawing.files, signed)).bytes,
          },
        ]
      : []),
  ]
}

function pathOf({ kind, name }: FiledDocument): string {
  return `${folders[kind]}/${name}`
}

function indexPaper(documents: readonly FiledDocument[], session: string): Paper {
  const t = translator('vi')
  return {
    title: t('documents:index.name'),
    head: {},
    name: { kind: t('documents:index.name'), subject: session },
    blocks: [
      {
        is: 'table',
        columns: [
          { label: t('documents:index.no'), share: 1, align: 'center' },
          { label: t('documents:index.document'), share: 5 },
          { label: t('documents:index.file'), share: 5 },
          { label: t('documents:index.digest'), share: 7 },
        ],
        rows: documents.map((document, place) => [
          String(place + 1),
          document.paper.title,
          `${pathOf(document)}.pdf`,
          inLines(document.digest),
        ]),
      },
      { is: 'note', text: t('documents:index.note') },
    ],
    closing: { signatures: [] },
  }
}

/** A digest has no place where a line could end. */
function inLines(digest: string): string {
  return digest.replace(/(.{16})(?=.)/g, '$1\n')
}
