import { namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { findStoredFile } from '#platform/files/stored-file-store.ts'
import type { CouncilTables } from '../council-tables.ts'
import { type DossierLabel, labelDossiers } from '../dossier-labels.ts'
import { keepsMinutes } from '../positions.ts'
import { enterPaperSheet, type PaperRoom } from './enter-paper-sheet.ts'
import { noteReading } from './paper-sheet-store.ts'

export interface PaperReading extends PaperRoom {
  label: DossierLabel | undefined
  names: ReadonlyMap<string, string>
  runs: boolean
  scan: 'picture' | 'pdf' | null
}

/** The paper sheet of a code. That somebody other than its member sees what stands on it is noted. */
export async function readPaper(ctx: Ctx<CouncilTables>, code: string): Promise<PaperReading> {
  const entered = await enterPaperSheet(ctx, code)
  const { paper, room } = entered
  const { personId } = room.seat
  if (paper.answers && personId !== paper.memberId)
    await noteReading(ctx.db, { paperSheetId: paper.id, personId, readAt: ctx.now })
  const scan = paper.scanFileId ? await findStoredFile(ctx.db, paper.scanFileId) : undefined
  return {
    ...entered,
    runs: keepsMinutes(room.seat),
    label: (await labelDossiers(ctx.db, [paper.dossierId])).get(paper.dossierId),
    names: await namesOf(
      ctx.db,
      room.council.seats.map((seat) => seat.personId),
    ),
    scan: scan ? (scan.contentType === 'application/pdf' ? 'pdf' : 'picture') : null,
  }
}
