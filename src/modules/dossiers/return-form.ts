import type { CriteriaSet } from '#modules/regulation/index.ts'
import { criteriaOf } from '#modules/regulation/index.ts'
import { addDays, type Day } from '#platform/dates.ts'
import { communeContents } from './commune-contents.ts'
import type { Evidence } from './evidence-store.ts'
import { contentTarget, criterionTarget, type FixReason, type FixTarget, paperTarget } from './fix-target.ts'
import { paperKinds } from './paper-kinds.ts'
import type { FixListFault, ItemToFix } from './return-dossier.ts'
import { endsOn } from './working-days.ts'

/** How long a producer is given to mend, unless the officer says another day. */
const usualDays = 7

/** A fix-list as it was filled in, right or wrong. */
export interface TypedReturn {
  chosen: ReadonlySet<FixTarget>
  reasons: Readonly<Record<FixTarget, string>>
  notes: Readonly<Record<FixTarget, string>>
  dueOn: string
}

/** A part of the dossier that may be sent back. */
export interface FixPart {
  target: FixTarget
  evidence: readonly Evidence[]
}

export interface FixGroup {
  key: 'papers' | 'forms' | 'criteria' | 'contents'
  parts: readonly FixPart[]
}

/** An empty fix-list, with the parts ticked that a link named. */
export function emptyReturn(today: Day, chosen: readonly string[] = []): TypedReturn {
  return { chosen: new Set(chosen), reasons: {}, notes: {}, dueOn: endsOn(addDays(today, usualDays)) }
}

export function typedReturn(form: FormData): TypedReturn {
  const startingWith = (prefix: string) =>
    Object.fromEntries(
      [...form]
        .filter(([name]) => name.startsWith(prefix))
        .map(([name, value]) => [name.slice(prefix.length), String(value)]),
    )
  return {
    chosen: new Set(form.getAll('item').map(String)),
    reasons: startingWith('reason:'),
    notes: startingWith('note:'),
    dueOn: String(form.get('dueOn') ?? ''),
  }
}

/** The ticked items. A reason that is none is left for the operation to refuse, beside its item. */
export function itemsOf({ chosen, reasons, notes }: TypedReturn): ItemToFix[] {
  return [...chosen].map((target) => ({
    target,
    reason: (reasons[target] ?? '') as FixReason,
    note: (notes[target] ?? '').slice(0, 2000),
  }))
}

/** The faults of each item, and those of the list as a whole. */
export function faultsByTarget(faults: readonly FixListFault[]): Record<FixTarget, FixListFault['fault'][]> {
  const byTarget: Record<FixTarget, FixListFault['fault'][]> = {}
  for (const { target, fault } of faults) byTarget[target ?? ''] = [...(byTarget[target ?? ''] ?? []), fault]
  return byTarget
}

/** Everything that can be sent back, with what proves it; the commune's own four contents only by the province. */
export function fixGroups(set: CriteriaSet, evidence: readonly Evidence[], byProvince: boolean): FixGroup[] {
  const plain = (target: FixTarget) => ({ target, evidence: [] })
  const groups: FixGroup[] = [
    {
      key: 'papers',
      parts: paperKinds.map((kind) => ({
        target: paperTarget(kind),
        evidence: evidence.filter(({ paperKind }) => paperKind === kind),
      })),
    },
    { key: 'forms', parts: ['registration', 'report'].map(plain) },
    {
      key: 'criteria',
      parts: criteriaOf(set).map(({ code }) => ({
        target: criterionTarget(code),
        evidence: evidence.filter(({ criterion }) => criterion === code),
      })),
    },
  ]
  const contents: FixGroup = {
    key: 'contents',
    parts: communeContents.map((one) => plain(contentTarget(one))),
  }
  return byProvince ? [contents, ...groups] : groups
}
