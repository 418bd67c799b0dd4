import { isTakingOut, type MoveKind } from './move-kinds.ts'

const fields = ['units', 'counterpart', 'sealNo', 'place', 'condition', 'reason'] as const

type MoveField = (typeof fields)[number]

/** A step with samples as it was typed. */
export type TypedMove = Readonly<Record<MoveField, string>>

export type MoveFaults = Partial<Record<MoveField, string>>

export function typedMove(form: Record<string, unknown>): TypedMove {
  const read = (name: string) => (typeof form[name] === 'string' ? form[name].trim().normalize('NFC') : '')
  return Object.fromEntries(fields.map((name) => [name, read(name)])) as Record<MoveField, string>
}

/** What each step cannot do without, beside the units. */
const needed: Readonly<Record<MoveKind, readonly MoveField[]>> = {
  receive: ['counterpart', 'condition'],
  seal: ['sealNo'],
  store: ['place', 'condition'],
  take_over: [],
  tasting: ['counterpart'],
  bring_back: [],
  test: ['counterpart'],
  return: ['counterpart'],
  destroy: ['reason'],
  lose: ['reason'],
}

/** Which fields the form of a step shows. */
export function fieldsOf(kind: MoveKind): MoveField[] {
  const units: MoveField[] = countsUnits(kind) ? ['units'] : []
  const more: MoveField[] = kind === 'receive' ? ['reason'] : []
  return [...units, ...needed[kind], ...more]
}

/** Whether somebody says how many; the other steps are taken with all that is kept. */
export function countsUnits(kind: MoveKind): boolean {
  return kind === 'receive' || kind === 'bring_back' || isTakingOut(kind)
}

/** @param asked how many units the law asks for; fewer that are received need a reason */
export function moveFaults(kind: MoveKind, typed: TypedMove, asked = 0): MoveFaults {
  const faults: MoveFaults = {}
  for (const field of needed[kind]) if (typed[field] === '') faults[field] = 'missing'
  for (const field of fields) if (typed[field].length > 500) faults[field] = 'too_long'
  if (!countsUnits(kind)) return faults
  const units = unitsOf(typed)
  if (units === 0) faults.units = 'units'
  if (units > 0 && units < asked && typed.reason === '') faults.reason = 'fewer_than_asked'
  return faults
}

/** How many units were typed; what is no whole number above 0 counts as none. */
export function unitsOf({ units }: Pick<TypedMove, 'units'>): number {
  return /^\d{1,4}$/.test(units) ? Number(units) : 0
}
