import type { RecognitionTables } from '#modules/recognition/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import { type PublishedGroup, publishedBands } from './published-bands.ts'
import { countBands } from './score-bands-store.ts'

/** The councils' averages in bands, as far as they may be published, the newest year first; for everybody. */
export async function readScoreBands(
  { db }: Pick<Ctx<RecognitionTables>, 'db'>,
  year: number | undefined,
): Promise<PublishedGroup[]> {
  return publishedBands(await countBands(db, year))
}
