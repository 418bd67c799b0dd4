import { printPicture } from '#platform/files/clean-picture.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import { paperPdf, paperWord } from '#platform/paper/draw-paper.ts'
import type { PaperPicture } from '#platform/paper/paper.ts'
import type { SignedReport } from './read-report.ts'
import { photoName, reportPaper } from './report-paper.ts'

const widest = 900

/** The signed report as a file to print or to write on, with its pictures. */
export async function drawReport(
  files: FileStore,
  report: SignedReport,
  kind: 'pdf' | 'docx',
): Promise<Uint8Array> {
  const pictures: Record<string, PaperPicture> = {}
  for (const [place, { sha256 }] of report.frozen.photos.entries()) {
    const bytes = await files.read(sha256)
    if (!bytes) throw new Error(`the bytes of ${sha256} are gone`)
    pictures[photoName(place)] = await printPicture(bytes, widest)
  }
  const paper = reportPaper(report)
  return kind === 'pdf' ? paperPdf(paper, undefined, pictures) : paperWord(paper, pictures)
}
