import { adviceSince, listAdvisers } from '#modules/consultants/index.ts'
import { findDossier } from '#modules/dossiers/index.ts'
import { listPersonTies } from '#modules/people/index.ts'
import { findProducer, findProducers } from '#modules/producers/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import type { SeatedCouncil } from '../council-store.ts'
import type { CouncilTables } from '../council-tables.ts'
import type { Seat } from '../positions.ts'
import type { DossierFacts, MemberFacts } from './known-conflict.ts'

type Reading = Pick<Ctx<CouncilTables>, 'db' | 'now'>

/** What is known of those who sit: their address for letters, and the producers for which they act or acted lately. */
export async function gatherMembers(
  { db, now }: Reading,
  { seats, rules }: { seats: readonly Seat[]; rules: SeatedCouncil['rules'] },
): Promise<MemberFacts[]> {
  const sitting = seats.filter(({ leftOn }) => leftOn === null)
  const since = adviceSince(dayOf(now), rules.adviserMonths)
  const ties = await listPersonTies(
    db,
    sitting.map(({ personId }) => personId),
    since,
  )
  const producers = await findProducers(
    db,
    ties.flatMap(({ producerIds }) => producerIds),
  )
  return sitting.map(({ personId, organisation }) => {
    const tie = ties.find(({ id }) => id === personId)
    const own = tie?.producerIds.flatMap((id) => producers.get(id) ?? []) ?? []
    return { personId, organisation, name: tie?.name ?? '', email: tie?.email ?? null, producers: own }
  })
}

/** What is known of a dossier's product: whose it is, and who advised it as long as the council's rules look back. */
export async function gatherDossier(
  { db, now }: Reading,
  { rules }: Pick<SeatedCouncil, 'rules'>,
  dossierId: string,
): Promise<DossierFacts | undefined> {
  const dossier = await findDossier(db, dossierId)
  const producer = dossier && (await findProducer(db, dossier.producerId))
  if (!dossier || !producer) return undefined
  const { productId, producerId } = dossier
  const since = adviceSince(dayOf(now), rules.adviserMonths)
  return { producer, advisers: await listAdvisers(db, { productId, producerId, since }) }
}
