import { type CriteriaSet, lawRegime } from '#modules/regulation/index.ts'
import { digestOf } from '#platform/events/digest.ts'
import { consolidateRound } from '../council-round.ts'
import { outcomeOf } from '../record-result.ts'
import { inputDifferences } from './compare-inputs.ts'
import { witnessDifferences } from './compare-witnesses.ts'
import type { Difference } from './difference.ts'
import type { KeptResult } from './kept-result.ts'

/** The criteria set that a result names, as it stands in the database now, with the digest of what it says. */
export interface SetNow {
  content: CriteriaSet
  digest: string
}

/**
 * Computes the result anew from its stored inputs, by the criteria set of its digest, and names each difference: to what
 * is kept, to the sheets, seats and recusals that the inputs were taken from, to the event and the minutes that told of
 * it. What is too damaged to be computed is a difference too.
 */
export function recomputeResult(kept: KeptResult, set: SetNow | null): Difference[] {
  if (!set) return [{ kind: 'set_missing', kept: kept.criteriaSetId }]
  const frozen: Difference[] =
    set.digest === kept.criteriaDigest
      ? []
      : [{ kind: 'set_changed', at: kept.criteriaSetId, kept: kept.criteriaDigest, found: set.digest }]
  const dossier: Difference[] =
    kept.dossierDigest === kept.criteriaDigest
      ? []
      : [{ kind: 'dossier_set', kept: kept.criteriaDigest, found: kept.dossierDigest }]
  try {
    return [
      ...frozen,
      ...dossier,
      ...bandDifferences(kept, set.content),
      ...outcomeDifferences(kept, set.content),
      ...inputDifferences(kept, set.content),
      ...witnessDifferences(kept),
    ]
  } catch (thrown) {
    const found = thrown instanceof Error ? thrown.message : String(thrown)
    return [...frozen, ...dossier, { kind: 'not_computable', found }]
  }
}

function bandDifferences({ inputs }: KeptResult, set: CriteriaSet): Difference[] {
  const { bands } = lawRegime(set.regimeId)
  return same(inputs.bands, bands) ? [] : [{ kind: 'bands', at: set.regimeId }]
}

function outcomeDifferences(kept: KeptResult, set: CriteriaSet): Difference[] {
  const consolidation = consolidateRound(set, kept.inputs)
  if (consolidation.outcome === 'undecided')
    return [{ kind: 'outcome', kept: kept.outcome, found: `undecided_${consolidation.because}` }]
  const found = outcomeOf(consolidation)
  const simple = (['outcome', 'average', 'band', 'stars'] as const).flatMap((kind): Difference[] =>
    kept[kind] === found[kind] ? [] : [{ kind, kept: kept[kind], found: found[kind] }],
  )
  const marks: Difference[] = same(kept.missedMarks, found.missedMarks)
    ? []
    : [{ kind: 'marks', kept: marksIn(kept.missedMarks), found: marksIn(found.missedMarks) }]
  const knockOut: Difference[] = same(kept.knockOut, found.knockOut)
    ? []
    : [{ kind: 'knock_out', kept: kept.knockOut?.reason ?? null, found: found.knockOut?.reason ?? null }]
  const trace: Difference[] = same(kept.trace, consolidation.trace) ? [] : [{ kind: 'trace' }]
  return [
    ...simple,
    ...partDifferences(kept.partAverages, found.partAverages),
    ...marks,
    ...knockOut,
    ...trace,
  ]
}

type Parts = KeptResult['partAverages']

function partDifferences(kept: Parts, found: Parts): Difference[] {
  const codes = new Set([...Object.keys(kept ?? {}), ...Object.keys(found ?? {})])
  return [...codes].sort().flatMap((at): Difference[] => {
    const [one, other] = [kept?.[at] ?? null, found?.[at] ?? null]
    return one === other ? [] : [{ kind: 'part', at, kept: one, found: other }]
  })
}

function marksIn(marks: KeptResult['missedMarks']): string | null {
  return marks?.map(({ criterion, rank }) => `${criterion}: ${rank}*`).join(', ') ?? null
}

function same(one: unknown, other: unknown): boolean {
  return digestOf(one ?? null) === digestOf(other ?? null)
}
