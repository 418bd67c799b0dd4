import type { Kysely } from 'kysely'
import type { Answers } from '#modules/regulation/index.ts'
import type { CouncilTables } from '../council-tables.ts'

/** A sheet that the member handed in for another product of the same producer, under the same criteria set. */
export interface OwnEarlierSheet {
  sheetId: string
  dossierId: string
  product: string
  answers: Answers
  handedInAt: Date
}

/** The member's own sheets handed in for other products of the dossier's producer, judged by the same criteria set, latest first. */
export async function listOwnEarlierSheets(
  db: Kysely<CouncilTables>,
  { dossierId, memberId }: { dossierId: string; memberId: string },
): Promise<(OwnEarlierSheet & { productHere: string })[]> {
  const rows = await db
    .selectFrom('dossier as here')
    .innerJoin('product as productHere', 'productHere.id', 'here.productId')
    .innerJoin('dossier as there', (join) =>
      join
        .onRef('there.producerId', '=', 'here.producerId')
        .onRef('there.criteriaSetId', '=', 'here.criteriaSetId')
        .onRef('there.criteriaDigest', '=', 'here.criteriaDigest')
        .onRef('there.productId', '<>', 'here.productId'),
    )
    .innerJoin('product as productThere', 'productThere.id', 'there.productId')
    .innerJoin('scoreSheet', 'scoreSheet.dossierId', 'there.id')
    .where('here.id', '=', dossierId)
    .where('scoreSheet.memberId', '=', memberId)
    .where('scoreSheet.handedInAt', 'is not', null)
    .select([
      'scoreSheet.id as sheetId',
      'scoreSheet.dossierId',
      'scoreSheet.answers',
      'scoreSheet.handedInAt',
      'productThere.name as product',
      'productHere.name as productHere',
    ])
    .orderBy('scoreSheet.handedInAt', 'desc')
    .orderBy('scoreSheet.id', 'desc')
    .limit(50)
    .execute()
  return rows.flatMap(({ handedInAt, ...row }) => (handedInAt ? [{ ...row, handedInAt }] : []))
}
