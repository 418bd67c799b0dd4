import { type CriteriaSet, getCriteriaSet } from '#modules/regulation/index.ts'
import { findUnit } from '#modules/territory/index.ts'
import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { digestOf } from '#platform/events/digest.ts'
import { newId } from '#platform/ids.ts'
import { inSentence } from '#platform/text/in-sentence.ts'
import type { SeatedCouncil } from '../council-store.ts'
import type { CouncilTables } from '../council-tables.ts'
import type { Minutes } from '../session-minutes.ts'
import { gatherSession } from '../session-record.ts'
import type { SessionRoom } from '../session-room.ts'
import { findSession } from '../session-store.ts'
import { insertDocuments, insertSignatures, listDocuments } from './document-store.ts'
import { draftsOfSession } from './drafts-of-session.ts'

/** Freezes the documents of a session that is closed, word for word, with who is to sign them; once, whoever comes first. */
export function freezeDocuments(
  ctx: Ctx<CouncilTables>,
  { room, minutes }: { room: SessionRoom; minutes: Minutes },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const sessionId = room.session.id
    await findSession(ctx.db, sessionId, 'update')
    if ((await listDocuments(ctx.db, sessionId)).length > 0) return
    const kept = await gatherSession(ctx, room)
    const sets = new Map<string, CriteriaSet>()
    for (const { criteriaSetId } of kept.results)
      sets.set(criteriaSetId, (await getCriteriaSet(ctx.db, criteriaSetId)).set)
    const drafts = draftsOfSession({ kept, minutes, sets, issuer: await issuerOf(ctx, room.council) })
    const documents = drafts.map((draft, place) => ({
      ...draft,
      id: newId(ctx.now.getTime()),
      no: place + 1,
    }))
    await insertDocuments(
      ctx.db,
      documents.map(({ signers: _, paper, ...document }) => ({
        ...document,
        ...{ sessionId, digest: digestOf(paper), paper: JSON.stringify(paper) },
        ...{ frozenAt: ctx.now, signingFileId: null, fileId: null },
      })),
    )
    const unsigned = {
      signedAt: null,
      digest: null,
      way: null,
      fileId: null,
      certificateOf: null,
      certificate: null,
    }
    const awaited = documents.flatMap(({ id: documentId, signers }) =>
      signers.map((signer) => ({ documentId, ...signer, ...unsigned })),
    )
    await insertSignatures(ctx.db, awaited)
  })
}

/** The authority above the council, as the heads of its papers name it. */
async function issuerOf(ctx: Ctx<CouncilTables>, { level, unitPath }: SeatedCouncil): Promise<string> {
  if (level === 'centre') return 'Bộ Nông nghiệp và Môi trường'
  const unit = await findUnit(ctx.db, unitPath.split('/').at(-1) ?? '')
  return `Ủy ban nhân dân ${unit ? inSentence(unit.name) : ''}`.trim()
}
