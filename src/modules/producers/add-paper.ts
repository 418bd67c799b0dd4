import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { isDay } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { getProducerToChange } from './get-producer.ts'
import { type PaperKind, paperKinds } from './owner-kinds.ts'
import { insertPaper } from './paper-store.ts'
import type { Paper, ProducerTables } from './producer-store.ts'

/** A paper as it was typed in. */
export interface TypedPaper {
  kind: string
  number: string
  issuer: string
  issuedOn: string
  validTo: string
  note: string
}

/** What a form brought about a paper: fields that it lacks are empty. */
export function typedPaper(form: Record<string, unknown>): TypedPaper {
  const read = (name: string) => (typeof form[name] === 'string' ? form[name].trim().normalize('NFC') : '')
  return {
    kind: read('kind'),
    number: read('number'),
    issuer: read('issuer'),
    issuedOn: read('issuedOn'),
    validTo: read('validTo'),
    note: read('note'),
  }
}

export type PaperFaults = Partial<Record<keyof TypedPaper, string>>

/** What is wrong with a paper as typed, by field. */
export function paperFaults(typed: TypedPaper): PaperFaults {
  const faults: PaperFaults = {}
  if (!paperKinds.some((kind) => kind === typed.kind)) faults.kind = 'paper_kind_missing'
  for (const field of ['issuedOn', 'validTo'] as const)
    if (typed[field] && !isDay(typed[field])) faults[field] = 'not_a_day'
  if (!faults.validTo && typed.validTo && typed.validTo < typed.issuedOn) faults.validTo = 'ends_before_start'
  for (const field of ['number', 'issuer'] as const) if (typed[field].length > 200) faults[field] = 'too_long'
  if (typed.note.length > 2000) faults.note = 'too_long'
  return faults
}

/**
 * Adds a paper to a producer's collection, from which its dossiers take it.
 * @throws Refusal `not_found` out of reach; `invalid` with `faults`
 */
export function addPaper(
  ctx: Ctx<ProducerTables>,
  { producerId, typed, fileId = null }: { producerId: string; typed: TypedPaper; fileId?: string | null },
): Promise<Paper> {
  return inTransaction(ctx, async (ctx) => {
    await getProducerToChange(ctx, producerId)
    const faults = paperFaults(typed)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'producers.faulty', { faults })

    const paper: Paper = {
      id: newId(ctx.now.getTime()),
      producerId,
      ...paperColumns(typed),
      fileId,
      addedAt: ctx.now,
    }
    await insertPaper(ctx.db, paper)
    const { id, kind, number } = paper
    await record(ctx, 'producer_paper.added', `producer:${producerId}`, { paperId: id, kind, number, fileId })
    return paper
  })
}

function paperColumns(typed: TypedPaper) {
  return {
    kind: typed.kind as PaperKind,
    number: typed.number || null,
    issuer: typed.issuer || null,
    issuedOn: typed.issuedOn || null,
    validTo: typed.validTo || null,
    note: typed.note || null,
  }
}
