import type { Kysely } from 'kysely'
import { addLeanings } from '#modules/dossiers/index.ts'
import { dayOf } from '#platform/dates.ts'
import { listInForceOf } from './certificate-list-store.ts'
import type { RecognitionTables } from './recognition-tables.ts'

/** A certificate in force leans on the papers of its dossier to its end. */
addLeanings(async ({ db, now }, { dossierIds }) => {
  if (dossierIds.length === 0) return []
  const rows = await listInForceOf(db as unknown as Kysely<RecognitionTables>, dossierIds, dayOf(now))
  return rows.map(({ dossierId, expiresOn, certificateNumber, productName, code }) => ({
    on: { dossierId: dossierId ?? '' },
    until: expiresOn,
    name: `${certificateNumber} ${productName}`,
    href: `/v/${code}`,
    said: 'recognition:weakened',
  }))
})
