import { confirmPassword } from '#modules/people/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import { Refusal } from '#platform/refusal.ts'
import type { CouncilTables } from '../council-tables.ts'
import { giveSignature } from './document-store.ts'
import { enterFile, type FiledDocument } from './enter-file.ts'
import { noteSigned } from './note-signed.ts'

/**
 * Chair or secretary signs every document that awaits their signature, after typing their password once more. `digest`
 * is that of what they were shown: what changed meanwhile is not signed.
 * @throws Refusal `conflict` `documents.nothing_to_sign`, `documents.changed`; `invalid` `people.wrong_password`,
 *   `people.wait`
 */
export async function signDocuments(
  ctx: Ctx<CouncilTables>,
  { sessionId, digest, password }: { sessionId: string; digest: string; password: string },
): Promise<{ signed: number; complete: boolean }> {
  const personId = ctx.actor.id ?? ''
  const { documents } = await enterFile(ctx, sessionId)
  askToSign(documents, personId)
  const waiting = awaitedOf(documents, personId)
  if (waiting.length === 0) throw new Refusal('conflict', 'documents.nothing_to_sign')
  if (digestOfAll(waiting) !== digest) throw new Refusal('conflict', 'documents.changed')
  // Kept outside: a wrong password is remembered though nothing is signed.
  await confirmPassword(ctx, password, `sign ${personId}`)
  return inTransaction(ctx, async (ctx) => {
    const given = { signedAt: ctx.now, way: 'password' as const }
    const bare = { fileId: null, certificateOf: null, certificate: null }
    for (const { id: documentId, digest } of waiting)
      if (!(await giveSignature(ctx.db, { documentId, personId, digest, ...given, ...bare })))
        throw new Refusal('conflict', 'documents.changed')
    const complete = await noteSigned(ctx, sessionId, { way: 'password', documents: waiting })
    return { signed: waiting.length, complete }
  })
}

/** The documents that await the person's signature. */
export function awaitedOf(documents: readonly FiledDocument[], personId: string | null): FiledDocument[] {
  return documents.filter(({ signatures }) =>
    signatures.some((one) => one.personId === personId && one.signedAt === null),
  )
}

/** Refuses whoever signs none of them. */
export function askToSign(documents: readonly FiledDocument[], personId: string): void {
  if (!documents.some(({ signatures }) => signatures.some((one) => one.personId === personId)))
    throw new Refusal('forbidden', 'documents.not_a_signer')
}

/** What stands for all of them together on the form that signs them. */
export function digestOfAll(documents: readonly FiledDocument[]): string {
  return digestOf(documents.map(({ id, digest }) => [id, digest]))
}
