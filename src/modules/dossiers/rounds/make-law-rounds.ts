import { listPeopleWithRole, type PeopleTables } from '#modules/people/index.ts'
import { lawRegimes } from '#modules/regulation/index.ts'
import { type Ctx, inTransaction, system } from '#platform/ctx.ts'
import { dayOf, yearOf } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import type { DossierTables } from '../dossier-store.ts'
import { lawRoundsOf } from './round-rules.ts'
import { insertRound, listProvincesWithDossiers } from './round-store.ts'

/** Makes the rounds that the law sets a province this year and the next, where they are not there yet (art. 5). */
export function makeLawRounds(ctx: Ctx<DossierTables>, provincePath: string): Promise<void> {
  return inTransaction({ ...ctx, actor: system }, async (ctx) => {
    const year = yearOf(dayOf(ctx.now))
    const wanted = [year, year + 1].flatMap((one) =>
      lawRegimes().flatMap((regime) => lawRoundsOf(regime, one)),
    )
    for (const days of wanted) {
      const id = newId(ctx.now.getTime())
      const plan = { planNumber: null, plannedOn: null }
      const made = { madeBy: ctx.actor.id, madeAt: ctx.now }
      if (await insertRound(ctx.db, { id, provincePath, kind: 'law', ...days, ...plan, ...made }))
        await record(ctx, 'assessment_round.made', `assessment_round:${id}`, { provincePath, ...days })
    }
  })
}

/** The same for every province that has an officer or a dossier: the work of a night. */
export async function makeRoundsOfProvinces(ctx: Ctx<DossierTables & PeopleTables>): Promise<void> {
  const officers = await listPeopleWithRole(ctx.db, 'province_officer', 'vn', dayOf(ctx.now))
  const dossiers = await listProvincesWithDossiers(ctx.db as never)
  for (const path of new Set([...officers.map(({ unitPath }) => unitPath), ...dossiers]))
    await makeLawRounds(ctx as never, path)
}
