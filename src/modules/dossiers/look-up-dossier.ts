import { findUnits } from '#modules/territory/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayOf } from '#platform/dates.ts'
import { clockOf } from './clock.ts'
import { criteriaOfDossier } from './criteria-of-dossier.ts'
import type { DossierTables } from './dossier-store.ts'
import { type FixList, findOpenFixList } from './fix-list-store.ts'
import { isOpenItem } from './fix-target.ts'
import { readLookUpCode } from './look-up-code.ts'
import { findDossierByLookUpCode } from './look-up-store.ts'
import type { LookedUp } from './views/look-up-result.tsx'

/**
 * How a dossier stands, for whoever holds its code: the state, what is asked for and by when. No name, no address, no
 * points, no free words of officers, which may bear any of these. Undefined where no dossier has the code.
 */
export async function lookUpDossier(
  { db, now }: Pick<Ctx<DossierTables>, 'db' | 'now'>,
  typed: string,
): Promise<LookedUp | undefined> {
  const code = readLookUpCode(typed)
  const dossier = code ? await findDossierByLookUpCode(db, code) : undefined
  if (!code || !dossier) return undefined
  const communeId = dossier.unitPath.split('/')[2] ?? ''
  const [fixList, units, set] = await Promise.all([
    findOpenFixList(db, dossier.id),
    findUnits(db, [communeId]),
    criteriaOfDossier(db, dossier),
  ])
  const { state, communeReceipt, receivedOn, isDemo } = dossier
  const clock = clockOf(dossier, dayOf(now))
  return {
    ...{ code, state, isDemo, receivedOn, set },
    receipt: communeReceipt,
    communeName: units.get(communeId)?.name ?? '',
    dueOn: clock && !clock.paused ? clock.due : null,
    asked: fixList ? askedOf(fixList) : null,
  }
}

function askedOf({ dueOn, items }: FixList): LookedUp['asked'] {
  return {
    dueOn,
    items: items.map((item) => ({ target: item.target, reason: item.reason, mended: !isOpenItem(item) })),
  }
}
