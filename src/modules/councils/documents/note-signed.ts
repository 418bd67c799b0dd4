import type { Ctx } from '#platform/ctx.ts'
import { record } from '#platform/events/record.ts'
import type { CouncilTables } from '../council-tables.ts'
import { findSession } from '../session-store.ts'
import { listSignatures } from './document-store.ts'
import type { FiledDocument } from './enter-file.ts'

/**
 * Records who signed what; true when the file of the session has every signature now. The session is locked: of two who
 * sign at once the second sees the first.
 */
export async function noteSigned(
  ctx: Ctx<CouncilTables>,
  sessionId: string,
  { way, documents }: { way: 'password' | 'file'; documents: readonly FiledDocument[] },
): Promise<boolean> {
  await findSession(ctx.db, sessionId, 'update')
  const subject = `council_session:${sessionId}`
  const signed = documents.map(({ id, digest }) => ({ id, digest }))
  await record(ctx, 'session_documents.signed', subject, { way, documents: signed })
  const complete = (await listSignatures(ctx.db, sessionId)).every(({ signedAt }) => signedAt !== null)
  if (complete) await record(ctx, 'session_file.completed', subject)
  return complete
}
