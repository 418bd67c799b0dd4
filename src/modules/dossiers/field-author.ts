import { namesOf } from '#modules/people/index.ts'
import { type Ctx, system } from '#platform/ctx.ts'
import { listAuthors, noteAuthors } from './author-store.ts'
import type { Dossier, DossierTables } from './dossier-store.ts'

/** Who wrote a field last, in words. */
export interface FieldAuthor {
  name: string
  /** Under a mandate, not as the producer. */
  asConsultant: boolean
  at: Date
}

/** The names of fields of the forms; those of criteria and files are their targets. */
export const formField = (form: 'registration' | 'report' | 'changes', field: string) => `${form}.${field}`
export const evidenceField = (evidenceId: string) => `evidence:${evidenceId}`

/** Notes who writes these fields now. */
export function writeAs(
  ctx: Ctx<DossierTables>,
  dossier: Pick<Dossier, 'id'>,
  { fields, mandateId }: { fields: readonly string[]; mandateId: string | null },
): Promise<void> {
  const by = { dossierId: dossier.id, personId: ctx.actor.id, mandateId, writtenAt: ctx.now }
  return noteAuthors(ctx.db, fields, by)
}

/** The fields whose values differ. */
export function changedFields<Form extends object>(
  before: Partial<Form>,
  after: Form,
): (keyof Form & string)[] {
  const names = Object.keys(after) as (keyof Form & string)[]
  return names.filter((name) => plain(before[name]) !== plain(after[name]))
}

/** What nobody filled in and what was left empty are the same. */
function plain(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '""'
  return JSON.stringify(value)
}

/** Who wrote each field of the dossier; what came from the registers has no author. */
export async function authorsOf(
  db: Ctx<DossierTables>['db'],
  dossierId: string,
): Promise<ReadonlyMap<string, FieldAuthor>> {
  const rows = await listAuthors(db, dossierId)
  const names = await namesOf(
    db,
    rows.map(({ personId }) => personId),
  )
  return new Map(
    rows.map(({ field, personId, mandateId, writtenAt }) => [
      field,
      { name: names.get(personId ?? '') ?? system.name, asConsultant: mandateId !== null, at: writtenAt },
    ]),
  )
}
