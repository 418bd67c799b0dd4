import { form02RowOf, type PaperKind } from '#modules/producers/index.ts'
import { mandateForFiles, type Writer } from '../dossier-writer.ts'
import { paperTarget } from '../fix-target.ts'

/**
 * Whether somebody who fills in a dossier sees a paper of its producer's vault: the producer all of them, a consultant
 * those of the kinds whose files its mandate gives into its hands.
 */
export function seesPaper(writer: Writer, { kind }: { kind: PaperKind }): boolean {
  return mandateForFiles(writer, paperTarget(form02RowOf(kind) ?? 'other')) !== undefined
}
