import { holds, namesOf } from '#modules/people/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { deskOf, listColleagues } from './assign-holder.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'
import { type DossierRound, readDossierRound } from './rounds/read-round-of-dossier.ts'
import { closedStates } from './workflow.ts'

/** What a dossier's page says of the desk on which it lies. */
export interface DossierDesk {
  round: DossierRound
  /** Null for whoever does not work at this desk. */
  holder: { name: string; isMe: boolean; colleagues: readonly { id: string; name: string }[] } | null
}

/** Where the dossier lies and in whose hands, for somebody who may read it. */
export async function readDossierDesk(
  ctx: Pick<Ctx<DossierTables>, 'db' | 'actor' | 'now'>,
  dossier: Dossier,
): Promise<DossierDesk> {
  const round = await readDossierRound(ctx, dossier)
  const works = holds(ctx.actor, deskOf(dossier).role, dossier.unitPath)
  if (!works || dossier.submittedAt === null || closedStates.includes(dossier.state))
    return { round, holder: null }
  const { holderId } = dossier
  const colleagues = await listColleagues(ctx, dossier)
  const names = await namesOf(ctx.db, [holderId, ...colleagues])
  return {
    round,
    holder: {
      name: names.get(holderId ?? '') ?? '',
      isMe: holderId !== null && holderId === ctx.actor.id,
      colleagues: colleagues
        .filter((id) => id !== holderId && id !== ctx.actor.id)
        .map((id) => ({ id, name: names.get(id) ?? '' }))
        .sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    },
  }
}
