import { type Ctx, system } from '#platform/ctx.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { enterSession, type SessionRoom } from '../session-room.ts'
import { listRecusals } from '../session-store.ts'
import {
  type DocumentSignature,
  listDocuments,
  listSignatures,
  type SessionDocument,
} from './document-store.ts'
import { freezeDocuments } from './freeze-documents.ts'

/** The file of a closed session as somebody may read it. */
export interface SessionFile {
  room: SessionRoom
  /** Those of dossiers from which the reader is recused are left out. */
  documents: (SessionDocument & { signatures: DocumentSignature[] })[]
  /** How many are left out. */
  hidden: number
  /** Whether every document has all its signatures, seen or not. */
  complete: boolean
}

/**
 * The file of a closed session, for those who come into the session. Sessions that closed before there were documents
 * have them frozen now, from the minutes and sheets that were frozen then.
 */
export async function enterFile(ctx: Ctx<CouncilTables>, sessionId: string): Promise<SessionFile> {
  const room = await enterSession(ctx, sessionId)
  const { minutes } = room.session
  if (!minutes) throw new Refusal('not_found', 'documents.not_yet')
  if ((await listDocuments(ctx.db, sessionId)).length === 0)
    await freezeDocuments({ ...ctx, actor: system }, { room, minutes })
  const all = await listDocuments(ctx.db, sessionId)
  const signatures = await listSignatures(ctx.db, sessionId)
  const recused = (await listRecusals(ctx.db, sessionId))
    .filter(({ personId }) => personId === ctx.actor.id)
    .map(({ dossierId }) => dossierId)
  const shown = all.filter(({ dossierId }) => dossierId === null || !recused.includes(dossierId))
  return {
    room,
    documents: shown.map((document) => ({
      ...document,
      signatures: signatures.filter(({ documentId }) => documentId === document.id),
    })),
    hidden: all.length - shown.length,
    complete: signatures.every(({ signedAt }) => signedAt !== null),
  }
}

export type FiledDocument = SessionFile['documents'][number]

/** One document of the file. @throws Refusal `not_found` `documents.unknown` when it is none, or not for the reader */
export async function enterDocument(
  ctx: Ctx<CouncilTables>,
  { sessionId, documentId }: { sessionId: string; documentId: string },
): Promise<FiledDocument> {
  const { documents } = await enterFile(ctx, sessionId)
  const document = documents.find(({ id }) => id === documentId)
  if (!document) throw new Refusal('not_found', 'documents.unknown')
  return document
}
