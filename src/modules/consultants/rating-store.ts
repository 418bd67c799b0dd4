import { type Kysely, sql } from 'kysely'
import type { ConsultantTables } from './consultant-tables.ts'

type Db = Kysely<ConsultantTables>

export interface GivenRating {
  mandateId: string
  code: string
  producerName: string
  knowledge: number
  diligence: number
  guidance: number
  words: string | null
  ratedAt: Date
}

/** What producers said of the consultant, the last first. */
export function listRatingsOf(db: Db, consultantId: string): Promise<GivenRating[]> {
  return db
    .selectFrom('mandateRating')
    .innerJoin('mandate', 'mandate.id', 'mandateRating.mandateId')
    .innerJoin('producer', 'producer.id', 'mandate.producerId')
    .select([
      'mandateRating.mandateId',
      'mandate.code',
      'producer.name as producerName',
      'knowledge',
      'diligence',
      'guidance',
      'words',
      'ratedAt',
    ])
    .where('mandate.consultantId', '=', consultantId)
    .orderBy('ratedAt', 'desc')
    .execute()
}

export interface RatingSum {
  count: number
  /** The average of all answers, in tenths: 43 is 4.3 of 5. */
  tenths: number
}

/** How the consultants were rated, by their ids; those never rated are left out. */
export async function ratingSums(db: Db): Promise<Map<string, RatingSum>> {
  const rows = await db
    .selectFrom('mandateRating')
    .innerJoin('mandate', 'mandate.id', 'mandateRating.mandateId')
    .select((eb) => [
      'mandate.consultantId',
      eb.fn.countAll<number>().as('count'),
      sql<number>`round(avg(knowledge + diligence + guidance) * 10 / 3)::int`.as('tenths'),
    ])
    .groupBy('mandate.consultantId')
    .execute()
  return new Map(
    rows.map(({ consultantId, count, tenths }) => [
      consultantId,
      { count: Number(count), tenths: Number(tenths) },
    ]),
  )
}
