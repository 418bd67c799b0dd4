import type { Context } from 'hono'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { Refusal } from '#platform/refusal.ts'
import { paperPdf, paperWord } from './draw-paper.ts'
import type { Paper } from './paper.ts'

const writers = {
  pdf: { write: (paper: Paper) => paperPdf(paper), type: 'application/pdf', shown: 'inline' },
  docx: {
    write: paperWord,
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    shown: 'attachment',
  },
} as const

export type PaperFile = { name: string; kind: keyof typeof writers }

/** What `cong-van.docx` asks for. @throws Refusal `not_found` `files.unknown_paper` when it is no such name, or of another kind */
export function paperFileOf(file: string, names: readonly string[]): PaperFile {
  const [name = '', kind = '', ...more] = file.split('.')
  if (!names.includes(name) || more.length > 0 || (kind !== 'pdf' && kind !== 'docx'))
    throw new Refusal('not_found', 'files.unknown_paper')
  return { name, kind }
}

/** Answers with the paper: a PDF to look at, a Word file to save. @param about what follows the name: a number, a code */
export async function answerPaper(
  c: Context<Env>,
  paper: Paper,
  { name, kind, about }: PaperFile & { about: string },
): Promise<Response> {
  const { write, type, shown } = writers[kind]
  const bytes = await write(paper)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': contentDisposition(`${name}-${about}.${kind}`, shown),
    'cache-control': 'private, no-store',
  })
}
