import { CouncilRules } from '#modules/regulation/index.ts'
import { isDay } from '#platform/dates.ts'
import type { Position } from './positions.ts'
import { positions } from './positions.ts'
import type { Regulation } from './regulation/regulation.ts'
import type { NewSeat } from './set-up-council.ts'

/** A text field of a form, trimmed; empty where it is missing. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** The council's rules as they stand in a form: numbers may be anything that was typed. */
export interface TypedRules {
  quorum: number | string
  maxDeviation: number | string
  outlierPoints: number | string
  rounding: { method: string; decimals: number | string }
  markRule: string
  tourismMarks: string
  knockOutVote: string
  adviserMonths: number | string
  quorumBase: string
  replacedSheets: string
  dailyCapacity: number | string
}

/** What a form brought of the rules. */
export function typedRules(form: FormData): TypedRules {
  const text = (name: string) => textOf(form, name)
  return {
    quorum: text('quorum'),
    maxDeviation: text('maxDeviation'),
    outlierPoints: text('outlierPoints'),
    rounding: { method: text('rounding'), decimals: text('decimals') },
    markRule: text('markRule'),
    tourismMarks: text('tourismMarks'),
    knockOutVote: text('knockOutVote'),
    adviserMonths: text('adviserMonths'),
    quorumBase: text('quorumBase'),
    replacedSheets: text('replacedSheets'),
    dailyCapacity: text('dailyCapacity'),
  }
}

/** The rules that were typed, or undefined where a value is none that rules may have. */
export function rulesIn(typed: TypedRules): CouncilRules | undefined {
  const number = (value: number | string) => (value === '' ? Number.NaN : Number(value))
  return CouncilRules.safeParse({
    ...typed,
    quorum: number(typed.quorum),
    maxDeviation: number(typed.maxDeviation),
    outlierPoints: number(typed.outlierPoints),
    rounding: { ...typed.rounding, decimals: number(typed.rounding.decimals) },
    adviserMonths: number(typed.adviserMonths),
    dailyCapacity: number(typed.dailyCapacity),
  }).data
}

/** The seats of a form that has a place, an organisation and a tick for every candidate: `position:<person>`. */
export function typedSeats(form: FormData): NewSeat[] {
  return [...new Set(form.keys())].flatMap((name) => {
    const personId = name.match(/^position:(.+)$/)?.[1]
    const position = personId && positionOf(textOf(form, name))
    if (!personId || !position) return []
    const organisation = textOf(form, `organisation:${personId}`)
    const department = textOf(form, `department:${personId}`) || null
    return [{ personId, position, organisation, department, scores: form.has(`scores:${personId}`) }]
  })
}

/** The regulation of a form, or undefined where nothing of it is filled in. */
export function typedRegulation(form: FormData): Regulation | undefined {
  const typed = {
    number: textOf(form, 'regulationNumber'),
    decidedOn: textOf(form, 'regulationOn'),
    signer: textOf(form, 'regulationSigner'),
  }
  if (Object.values(typed).every((text) => text === '')) return undefined
  return { ...typed, decidedOn: isDay(typed.decidedOn) ? typed.decidedOn : '' }
}

/** A position by its name; a form may hold anything. */
export function positionOf(text: string): Position | undefined {
  return positions.find((position) => position === text)
}

/** The dossiers that a form ticks, by themselves or with their whole group: `pick`, `group`, `in:<dossier>` the group of each. */
export function typedPicks(form: FormData): { picked: string[]; groups: string[]; chosen: string[] } {
  const picked = form.getAll('pick').map(String)
  const groups = form.getAll('group').map(String)
  const inGroups = [...new Set(form.keys())].flatMap((name) => {
    const dossierId = name.match(/^in:(.+)$/)?.[1]
    return dossierId && groups.includes(textOf(form, name)) ? [dossierId] : []
  })
  return { picked, groups, chosen: [...new Set([...picked, ...inGroups])] }
}

/** The dossiers that a form numbers, in the order of their numbers: `order:<dossier>`; those without a number stay out. */
export function typedAgenda(form: FormData): { dossierIds: string[]; order: Record<string, string> } {
  const order: Record<string, string> = {}
  for (const name of new Set(form.keys())) {
    const dossierId = name.match(/^order:(.+)$/)?.[1]
    if (dossierId) order[dossierId] = textOf(form, name)
  }
  const numbered = Object.entries(order).flatMap(([dossierId, text]) => {
    const number = Number.parseInt(text, 10)
    return Number.isNaN(number) ? [] : [{ dossierId, number }]
  })
  return { dossierIds: numbered.sort((a, b) => a.number - b.number).map(({ dossierId }) => dossierId), order }
}
