import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { registerTemplate } from '#platform/pdf/template-registry.ts'
import type { Paper, PaperPictures } from './paper.ts'

registerTemplate('paper', new URL('./paper.typ', import.meta.url))

/** The paper as PDF/A. @param madeAt when it says it was made; left out, equal papers give equal bytes */
export function paperPdf(paper: Paper, madeAt?: Date, pictures: PaperPictures = {}): Promise<Uint8Array> {
  const drawn = Object.fromEntries(Object.entries(pictures).map(([name, { bytes }]) => [name, bytes]))
  return renderPdf('paper', paper, { pictures: drawn, ...(madeAt ? { madeAt } : {}) })
}

/** The paper as a Word file, for who has to write on. The writer is loaded when it is first wanted. */
export async function paperWord(paper: Paper, pictures: PaperPictures = {}): Promise<Uint8Array> {
  const { writeWord } = await import('./write-word.ts')
  return writeWord(paper, pictures)
}
