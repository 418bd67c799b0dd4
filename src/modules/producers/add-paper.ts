import { type Ctx, inTransaction } from '#platform/ctx.ts'
import { isDay } from '#platform/dates.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { getProducerToChange } from './get-producer.ts'
import { isVaultKind, type PaperKind } from './paper-kinds.ts'
import { insertPaper } from './paper-store.ts'
import type { Paper, ProducerTables } from './producer-store.ts'

/** A paper as it was typed in. */
export interface TypedPaper {
  kind: string
  title: string
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
    title: read('title'),
    number: read('number'),
    issuer: read('issuer'),
    issuedOn: read('issuedOn'),
    validTo: read('validTo'),
    note: read('note'),
  }
}

/** By field; `file` where a page is wanting. */
export type PaperFaults = Partial<Record<keyof TypedPaper | 'file', string>>

/** What is wrong with a paper as typed, by field. */
export function paperFaults(typed: TypedPaper): PaperFaults {
  const faults: PaperFaults = {}
  if (!isVaultKind(typed.kind)) faults.kind = 'paper_kind_missing'
  for (const field of ['issuedOn', 'validTo'] as const)
    if (typed[field] && !isDay(typed[field])) faults[field] = 'not_a_day'
  if (!faults.validTo && typed.validTo && typed.validTo < typed.issuedOn) faults.validTo = 'ends_before_start'
  for (const field of ['title', 'number', 'issuer'] as const)
    if (typed[field].length > 200) faults[field] = 'too_long'
  if (typed.note.length > 2000) faults.note = 'too_long'
  return faults
}

/**
 * Adds a paper to a producer's vault, from which its dossiers cite it; `fileIds` are its pages in order.
 * @throws Refusal `not_found` out of reach; `invalid` with `faults`
 */
export function addPaper(
  ctx: Ctx<ProducerTables>,
  { producerId, typed, fileIds = [] }: { producerId: string; typed: TypedPaper; fileIds?: readonly string[] },
): Promise<Paper> {
  return inTransaction(ctx, async (ctx) => {
    await getProducerToChange(ctx, producerId)
    refusePaperFaults(typed)
    return keepPaper(ctx, { producerId, facts: paperColumns(typed), fileIds })
  })
}

export type PaperFacts = Pick<Paper, 'kind' | 'title' | 'number' | 'issuer' | 'issuedOn' | 'validTo' | 'note'>

/**
 * Keeps a paper in the vault of a producer, for whoever the caller has found to be allowed to: a consultant brings
 * papers in by the dossier that a mandate opens to it.
 */
export async function keepPaper(
  ctx: Ctx<ProducerTables>,
  kept: { producerId: string; facts: PaperFacts; fileIds: readonly string[] },
): Promise<Paper> {
  const { producerId, facts, fileIds } = kept
  const id = newId(ctx.now.getTime())
  const paper: Paper = { id, producerId, ...facts, addedAt: ctx.now, replacedById: null }
  await insertPaper(ctx.db, paper, fileIds)
  const { kind, number } = paper
  await record(ctx, 'producer_paper.added', `producer:${producerId}`, { paperId: id, kind, number, fileIds })
  return paper
}

/** @throws Refusal `invalid` with `faults` */
export function refusePaperFaults(typed: TypedPaper): void {
  const faults = paperFaults(typed)
  if (Object.keys(faults).length > 0) throw new Refusal('invalid', 'producers.faulty', { faults })
}

/** What was typed, as it is kept: what was left empty is null. */
export function paperColumns(typed: TypedPaper): PaperFacts {
  return {
    kind: typed.kind as PaperKind,
    title: typed.title || null,
    number: typed.number || null,
    issuer: typed.issuer || null,
    issuedOn: typed.issuedOn || null,
    validTo: typed.validTo || null,
    note: typed.note || null,
  }
}

/** A paper as it stands, to be typed over. */
export function typedFromPaper(paper: PaperFacts): TypedPaper {
  return {
    kind: paper.kind,
    title: paper.title ?? '',
    number: paper.number ?? '',
    issuer: paper.issuer ?? '',
    issuedOn: paper.issuedOn ?? '',
    validTo: paper.validTo ?? '',
    note: paper.note ?? '',
  }
}
