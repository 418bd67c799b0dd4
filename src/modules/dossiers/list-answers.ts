import type { Context } from 'hono'
import { namesOf } from '#modules/people/index.ts'
import { findUnits } from '#modules/territory/index.ts'
import { dayOf } from '#platform/dates.ts'
import { contentDisposition } from '#platform/files/content-disposition.ts'
import type { Env } from '#platform/http/env.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import type { ListedDossier } from './dossier-list-store.ts'
import { dossierSheet } from './dossier-sheet.ts'
import { findSeenRounds, type SeenRounds } from './rounds/round-store.ts'

/** The names of who holds these dossiers, of where they come from by path, and their rounds. */
export async function namesIn(
  db: Env['Variables']['ctx']['db'],
  rows: readonly Pick<ListedDossier, 'id' | 'unitPath' | 'holderId' | 'roundId'>[],
): Promise<{ names: Map<string, string>; places: Map<string, string>; rounds: SeenRounds }> {
  const units = await findUnits(
    db,
    rows.map(({ unitPath }) => unitPath.split('/').at(-1) ?? ''),
  )
  return {
    names: await namesOf(
      db,
      rows.map(({ holderId }) => holderId),
    ),
    places: new Map([...units.values()].map(({ path, name }) => [path, name])),
    rounds: await findSeenRounds(db, rows),
  }
}

/** A list of dossiers as an Excel file. */
export async function sendDossierSheet(
  c: Context<Env>,
  rows: readonly ListedDossier[],
  fileName: string,
): Promise<Response> {
  const { db, now } = c.get('ctx')
  const { t } = c.get('view')
  const bytes = await writeSheet(dossierSheet(rows, { t, today: dayOf(now), ...(await namesIn(db, rows)) }))
  return sendSheet(c, bytes, fileName)
}

export function sendSheet(c: Context<Env>, bytes: Uint8Array, fileName: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': contentDisposition(fileName, 'attachment'),
    'cache-control': 'private, no-store',
  })
}

/** An address with what is asked for; what is empty is left out. */
export function hrefOf(path: string, asked: Record<string, string>): string {
  return `${path}?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))}`
}
