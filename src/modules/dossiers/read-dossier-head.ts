import type { Kysely } from 'kysely'
import { namesOf } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'
import type { Day } from '#platform/dates.ts'
import { type Clock, clockOf, communeWorkingDays } from './clock.ts'
import { pictureHref } from './dossier-line.ts'
import type { Dossier, DossierKind, DossierTables } from './dossier-store.ts'
import { findRegistered } from './registered.ts'
import type { DossierState } from './workflow.ts'

/** What stands at the head of every page about one dossier. */
export interface DossierHead {
  id: string
  number: string
  productCode: string | null
  productName: string
  producerName: string
  picture: string | null
  kind: DossierKind
  state: DossierState
  clock: Clock | null
  /** Which of the commune's working days it is, while its clock runs. */
  dayOf: { spent: number; all: number } | null
  receivedOn: Day | null
  /** In whose hands it is, seen from the reader. */
  heldBy: 'me' | 'other' | 'nobody'
  /** The colleague who holds it; empty where nobody does. */
  holderName: string
  version: number
  isDemo: boolean
}

export async function readDossierHead(
  db: Kysely<DossierTables>,
  dossier: Dossier,
  { actor, today }: { actor: Actor; today: Day },
): Promise<DossierHead> {
  const registered = await findRegistered(db, dossier.productId)
  const { id, kind, state, receivedOn, productCode, isDemo } = dossier
  const clock = clockOf(dossier, today)
  const { holderId, version } = dossier
  const names = await namesOf(db, [holderId])
  const { pictureFileId = null, pictureArt = null } = registered?.product ?? {}
  return {
    ...{ id, kind, state, receivedOn, productCode, isDemo, clock, version },
    heldBy: holderId === null ? 'nobody' : holderId === actor.id ? 'me' : 'other',
    holderName: names.get(holderId ?? '') ?? '',
    number: dossier.communeReceipt ?? dossier.code,
    productName: registered?.product.name ?? dossier.code,
    producerName: registered?.producer.name ?? '',
    picture: pictureHref({ id, pictureFileId, pictureArt }),
    dayOf:
      clock && clock.left >= 0 ? { spent: communeWorkingDays - clock.left, all: communeWorkingDays } : null,
  }
}
