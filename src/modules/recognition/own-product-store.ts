import { type Kysely, sql } from 'kysely'
import { closedStates, type DossierState } from '#modules/dossiers/index.ts'
import type { Day } from '#platform/dates.ts'
import type { RecognitionStatus } from './certificate-status.ts'
import type { RecognitionTables } from './recognition-tables.ts'

/** A product with the star that it shows today, if it has one. */
export interface OwnProduct {
  id: string
  name: string
  slug: string
  pictureFileId: string | null
  pictureArt: string | null
  isDemo: boolean
  stars: number | null
  year: number | null
  status: RecognitionStatus | null
  expiresOn: Day | null
  revokedOn: Day | null
  /** The dossier that is before the programme now. */
  dossierId: string | null
  dossierCode: string | null
  dossierState: DossierState | null
}

const most = 100

/** The products of these producers, those whose star ends first at the head. */
export async function listOwnProducts(
  db: Kysely<RecognitionTables>,
  producerIds: readonly string[],
  day: Day,
): Promise<OwnProduct[]> {
  const { rows } = await sql<OwnProduct>`
    select product.id, product.name, product.slug, product.picture_file_id as "pictureFileId",
      product.picture_art as "pictureArt", product.is_demo as "isDemo",
      stars, year, expires_on as "expiresOn", revoked_on as "revokedOn",
      case when recognition_id is not null then recognition_status(source, expires_on, revoked_on, ${day}::date) end
        as status,
      dossier.id as "dossierId", dossier.code as "dossierCode", dossier.state as "dossierState"
    from product
    left join recognised_product on recognised_product.product_id = product.id and is_current
    left join dossier on dossier.product_id = product.id
      and dossier.state not in (${sql.join([...closedStates])})
    where product.producer_id in (${sql.join(producerIds)})
    order by expires_on nulls last, product.sort_key, product.id
    limit ${sql.lit(most)}`.execute(db)
  return rows
}
