import { type Day, isDay } from '#platform/dates.ts'
import { mandateParts, payers } from './mandate-parts.ts'

/** A mandate as it was typed. */
export interface TypedMandate {
  consultantId: string
  producerId: string
  /** `whole` or `products`. */
  reach: string
  productIds: string[]
  parts: string[]
  work: string
  fee: string
  payer: string
  payerNote: string
  fromOn: string
  toOn: string
  /** The signer's own name, typed as a signature. */
  signature: string
}

export type MandateFaults = Partial<Record<keyof TypedMandate, string>>

const lines = [
  'consultantId',
  'producerId',
  'reach',
  'work',
  'fee',
  'payer',
  'payerNote',
  'fromOn',
  'toOn',
  'signature',
] as const

/** What a form brought: fields that it lacks are empty. */
export function typedMandate(form: Record<string, unknown>): TypedMandate {
  const read = (name: string) => (typeof form[name] === 'string' ? form[name].trim().normalize('NFC') : '')
  const several = (name: string) =>
    [form[name] ?? []].flat().filter((one): one is string => typeof one === 'string')
  const texts = Object.fromEntries(lines.map((name) => [name, read(name)])) as Record<
    (typeof lines)[number],
    string
  >
  return { ...texts, productIds: several('productIds'), parts: several('parts') }
}

/** Whole đồng as people type them, `15.000.000`; null where it is no amount. An empty fee is none. */
export function feeOf(typed: string): number | null {
  const digits = typed.replace(/[.\s₫đ]/g, '')
  return /^\d{0,12}$/.test(digits) ? Number(digits) : null
}

/** What is wrong with a mandate as typed, by field; none when it may be proposed. */
export function mandateFaults(typed: TypedMandate, today: Day): MandateFaults {
  const faults: MandateFaults = {}
  const check = (field: keyof TypedMandate, wrong: boolean, fault: string) => {
    if (wrong && !faults[field]) faults[field] = fault
  }
  const fee = feeOf(typed.fee)
  check('reach', typed.reach !== 'whole' && typed.reach !== 'products', 'choose')
  check('productIds', typed.reach === 'products' && typed.productIds.length === 0, 'choose_product')
  check('parts', typed.parts.length === 0, 'choose')
  check(
    'parts',
    typed.parts.some((part) => !mandateParts.some((known) => known === part)),
    'choose',
  )
  check('work', typed.work === '', 'missing')
  check('work', typed.work.length > 4000, 'too_long')
  check('fee', fee === null, 'money')
  check('payer', Boolean(fee) && !payers.some((payer) => payer === typed.payer), 'choose')
  check('payerNote', typed.payerNote.length > 300, 'too_long')
  check('payerNote', Boolean(fee) && typed.payer === 'project' && typed.payerNote === '', 'name_project')
  for (const field of ['fromOn', 'toOn'] as const) check(field, !isDay(typed[field]), 'day')
  check('toOn', typed.toOn < typed.fromOn, 'ends_before_start')
  check('toOn', typed.toOn < today, 'over_already')
  return faults
}
