import { type Kysely, sql } from 'kysely'
import type { Day } from '#platform/dates.ts'
import type { ConsultantTables } from './consultant-tables.ts'

/** Who advised a product, and by which mandate. */
export interface Adviser {
  mandateCode: string
  consultantId: string
  consultantName: string
  /** The name as seats are compared with it. */
  consultantFold: string
  kind: 'organisation' | 'person'
  /** Everybody who worked for the consultant on a day of the mandate, or later. */
  personIds: string[]
}

/** Those who advised the product, or its producer as a whole, on `since` or after it. */
export async function listAdvisers(
  db: Kysely<ConsultantTables>,
  { productId, producerId, since }: { productId: string; producerId: string; since: Day },
): Promise<Adviser[]> {
  const end = sql<string>`coalesce(mandate.ended_on, mandate.to_on)`
  return db
    .selectFrom('mandate')
    .innerJoin('consultant', 'consultant.id', 'mandate.consultantId')
    .select([
      'mandate.code as mandateCode',
      'mandate.consultantId',
      'consultant.name as consultantName',
      'consultant.fold as consultantFold',
      'consultant.kind',
      sql<string[]>`coalesce((
        select array_agg(member.person_id order by member.person_id) from consultant_member member
        where member.consultant_id = mandate.consultant_id
          and (member.left_on is null or member.left_on >= mandate.from_on)), '{}')`.as('personIds'),
    ])
    .where('mandate.state', 'in', ['signed', 'ended'])
    .where(end, '>=', since)
    .where(sql<boolean>`${end} >= mandate.from_on`)
    .where('mandate.producerId', '=', producerId)
    .where((eb) =>
      eb.or([
        eb('mandate.wholeProducer', '=', true),
        eb.exists(
          eb
            .selectFrom('mandateProduct')
            .whereRef('mandateProduct.mandateId', '=', 'mandate.id')
            .where('mandateProduct.productId', '=', productId),
        ),
      ]),
    )
    .orderBy('mandate.id')
    .execute()
}
