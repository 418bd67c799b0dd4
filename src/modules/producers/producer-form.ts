import { type Day, isDay } from '#platform/dates.ts'
import { type OwnerKind, ownerKinds } from './owner-kinds.ts'
import { peopleOf } from './peoples.ts'
import type { Producer } from './producer-store.ts'

/** What is written down about a producer. Every text is trimmed; what was left empty is null. */
export interface ProducerFacts {
  kind: OwnerKind
  name: string
  unitId: string
  address: string | null
  phone: string | null
  email: string | null
  representativeName: string | null
  representativePost: string | null
  representativeGender: 'female' | 'male' | null
  /** Code of `peoples`. */
  representativePeople: string | null
  foundedOn: Day | null
  registrationNumber: string | null
  registrationIssuedOn: Day | null
  taxCode: string | null
  story: string | null
}

export type ProducerField = keyof ProducerFacts
export type TypedProducer = Record<ProducerField, string>
export type ProducerFaults = Partial<Record<ProducerField, string>>

export const producerFields = [
  'kind',
  'name',
  'unitId',
  'address',
  'phone',
  'email',
  'representativeName',
  'representativePost',
  'representativeGender',
  'representativePeople',
  'foundedOn',
  'registrationNumber',
  'registrationIssuedOn',
  'taxCode',
  'story',
] as const satisfies readonly ProducerField[]

/** What a form brought, as typed: fields that it lacks are empty. */
export function typedProducer(form: Record<string, unknown>): TypedProducer {
  const read = (name: string) => (typeof form[name] === 'string' ? form[name].trim().normalize('NFC') : '')
  return Object.fromEntries(producerFields.map((name) => [name, read(name)])) as TypedProducer
}

/** What would have to be typed for the producer to be as it is. */
export function typedFrom(producer: Producer): TypedProducer {
  const { representativeEthnicity, ...facts } = producer
  return typedProducer({ ...facts, representativePeople: representativeEthnicity?.code })
}

/** The facts in what was typed; meaningful only when `producerFaults` finds none. */
export function producerFacts(typed: TypedProducer): ProducerFacts {
  const optional = Object.fromEntries(producerFields.map((name) => [name, typed[name] || null]))
  return optional as unknown as ProducerFacts
}

/** What is wrong with what was typed, by field; empty when it may be stored. */
export function producerFaults(typed: TypedProducer, today: Day): ProducerFaults {
  const faults: ProducerFaults = {}
  const check = (field: ProducerField, wrong: boolean, fault: string) => {
    if (wrong && !faults[field]) faults[field] = fault
  }
  check('kind', !ownerKinds.some((kind) => kind === typed.kind), 'kind_missing')
  check('name', typed.name === '', 'name_missing')
  check('name', typed.name.length < 2, 'name_too_short')
  check('unitId', typed.unitId === '', 'unit_missing')
  check('email', filled(typed.email) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email), 'email_malformed')
  check('phone', filled(typed.phone) && !/^\+?[\d\s.()-]{8,20}$/.test(typed.phone), 'phone_malformed')
  check('representativeGender', !['', 'female', 'male'].includes(typed.representativeGender), 'not_a_choice')
  const people = typed.representativePeople
  check('representativePeople', filled(people) && !peopleOf(people), 'not_a_choice')
  // Ten digits, with a branch's three; twelve for those whose tax code is their personal number.
  check(
    'taxCode',
    filled(typed.taxCode) && !/^\d{10}(-?\d{3})?$|^\d{12}$/.test(typed.taxCode),
    'tax_code_malformed',
  )
  for (const field of ['foundedOn', 'registrationIssuedOn'] as const) {
    check(field, filled(typed[field]) && !isDay(typed[field]), 'not_a_day')
    check(field, typed[field] > today, 'day_in_future')
  }
  for (const field of producerFields) check(field, typed[field].length > longest(field), 'too_long')
  return faults
}

function filled(text: string): boolean {
  return text !== ''
}

function longest(field: ProducerField): number {
  if (field === 'story') return 20_000
  return field === 'name' || field === 'address' ? 300 : 100
}
