import type { Kysely, Selectable } from 'kysely'
import { CouncilRules } from '#modules/regulation/index.ts'
import { inUnits } from '#platform/db/in-units.ts'
import type { CouncilMemberRow, CouncilRow, CouncilTables } from './council-tables.ts'
import type { Seat } from './positions.ts'

export type Council = Selectable<CouncilRow>

export interface SeatedCouncil extends Council {
  seats: Seat[]
}

export async function insertCouncil(
  db: Kysely<CouncilTables>,
  { seats, ...council }: SeatedCouncil,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('council')
    .values({ ...council, rules: JSON.stringify(council.rules) })
    .onConflict((conflict) => conflict.columns(['unitPath', 'decisionNumber', 'decidedOn']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) return false
  const rows = seats.map(
    ({ department = null, succeeds = null, positionBefore = null, ...seat }): CouncilMemberRow => ({
      councilId: council.id,
      ...seat,
      department,
      succeeds,
      positionBefore,
    }),
  )
  await db.insertInto('councilMember').values(rows).execute()
  return true
}

/** The council with its seats, those of members who left included, and its rules, those asked for later at their defaults; `update` locks it against a change of its rules. */
export async function findCouncil(
  db: Kysely<CouncilTables>,
  id: string,
  lock?: 'share' | 'update',
): Promise<SeatedCouncil | undefined> {
  const query = db.selectFrom('council').selectAll().where('id', '=', id)
  const council = await (lock === 'update'
    ? query.forUpdate()
    : lock
      ? query.forShare()
      : query
  ).executeTakeFirst()
  if (!council) return undefined
  return { ...council, rules: CouncilRules.parse(council.rules), seats: await listSeats(db, id) }
}

/** The seats in the order in which minutes name them. `share` keeps members from leaving until the transaction ends. */
export async function listSeats(
  db: Kysely<CouncilTables>,
  councilId: string,
  lock?: 'share',
): Promise<Seat[]> {
  const query = db
    .selectFrom('councilMember')
    .select([
      'personId',
      'position',
      'organisation',
      'department',
      'scores',
      'joinedOn',
      'leftOn',
      'succeeds',
      'positionBefore',
    ])
    .where('councilId', '=', councilId)
    .orderBy('joinedOn')
    .orderBy('personId')
  const seats = await (lock ? query.forShare() : query).execute()
  const order = ['chair', 'delegated_chair', 'vice_chair', 'member', 'secretary', 'advisory', 'invited']
  return seats.sort((a, b) => order.indexOf(a.position) - order.indexOf(b.position))
}

/** The councils of the units and those in which the person sits, newest decision first. */
export function listCouncils(
  db: Kysely<CouncilTables>,
  { unitPaths, personId }: { unitPaths: readonly string[]; personId: string | null },
): Promise<Council[]> {
  return db
    .selectFrom('council')
    .selectAll()
    .where((where) =>
      where.or([
        inUnits(where, 'unitPath', unitPaths),
        where.exists(
          where
            .selectFrom('councilMember')
            .whereRef('councilMember.councilId', '=', 'council.id')
            .where('councilMember.personId', '=', personId ?? '')
            .where('councilMember.leftOn', 'is', null),
        ),
      ]),
    )
    .orderBy('decidedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function updateRules(
  db: Kysely<CouncilTables>,
  id: string,
  rules: Council['rules'],
): Promise<void> {
  await db
    .updateTable('council')
    .set({ rules: JSON.stringify(rules) })
    .where('id', '=', id)
    .execute()
}

/** Seats a member, or seats again one who had left; false when the person sits already, or the chair is taken. */
export async function seatMember(db: Kysely<CouncilTables>, row: CouncilMemberRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('councilMember')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['councilId', 'personId'])
        .doUpdateSet({
          position: row.position,
          organisation: row.organisation,
          department: row.department,
          scores: row.scores,
          joinedOn: row.joinedOn,
          leftOn: null,
          succeeds: row.succeeds,
          positionBefore: row.positionBefore,
        })
        .where('councilMember.leftOn', 'is not', null),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when the person does not sit. */
export async function unseatMember(
  db: Kysely<CouncilTables>,
  { councilId, personId, leftOn }: { councilId: string; personId: string; leftOn: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('councilMember')
    .set({ leftOn })
    .where('councilId', '=', councilId)
    .where('personId', '=', personId)
    .where('leftOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function updateRegulation(
  db: Kysely<CouncilTables>,
  id: string,
  regulation: Pick<Council, 'regulationNumber' | 'regulationOn' | 'regulationSigner' | 'regulationFileId'>,
): Promise<void> {
  await db.updateTable('council').set(regulation).where('id', '=', id).execute()
}

/** Whether a session of the council was ever opened: from then on its rules stay. */
export async function hasOpenedSession(db: Kysely<CouncilTables>, councilId: string): Promise<boolean> {
  const opened = await db
    .selectFrom('councilSession')
    .select('id')
    .where('councilId', '=', councilId)
    .where('openedAt', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return opened !== undefined
}
