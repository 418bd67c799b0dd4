import { type Day, isDay } from '#platform/dates.ts'
import {
  type ConsultantField,
  type ConsultantKind,
  consultantFields,
  consultantKinds,
} from './consultant-fields.ts'

/** What is written down about a consultant, as it was typed. */
export interface TypedConsultant {
  kind: string
  name: string
  fields: string[]
  address: string
  phone: string
  email: string
  taxCode: string
  trainingCourse: string
  trainingIssuer: string
  trainedOn: string
}

export type ConsultantFaults = Partial<Record<keyof TypedConsultant | 'file', string>>

const lines = [
  'kind',
  'name',
  'address',
  'phone',
  'email',
  'taxCode',
  'trainingCourse',
  'trainingIssuer',
  'trainedOn',
] as const

/** What a form brought: fields that it lacks are empty. */
export function typedConsultant(form: Record<string, unknown>): TypedConsultant {
  const read = (name: string) => (typeof form[name] === 'string' ? form[name].trim().normalize('NFC') : '')
  const texts = Object.fromEntries(lines.map((name) => [name, read(name)])) as Omit<TypedConsultant, 'fields'>
  const fields = [form.fields ?? []].flat().filter((one): one is string => typeof one === 'string')
  return { ...texts, fields }
}

/** What is wrong with a consultant as typed, by field; none when it may be stored. */
export function consultantFaults(typed: TypedConsultant, today: Day): ConsultantFaults {
  const faults: ConsultantFaults = {}
  const check = (field: keyof TypedConsultant, wrong: boolean, fault: string) => {
    if (wrong && !faults[field]) faults[field] = fault
  }
  check('kind', !consultantKinds.some((kind) => kind === typed.kind), 'choose')
  check('name', typed.name.length < 2, 'missing')
  check('fields', typed.fields.length === 0, 'choose')
  check(
    'fields',
    typed.fields.some((one) => !consultantFields.some((known) => known === one)),
    'choose',
  )
  check('email', typed.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email), 'email')
  check('phone', typed.phone !== '' && !/^\+?[\d\s.()-]{8,20}$/.test(typed.phone), 'phone')
  check('taxCode', typed.taxCode !== '' && !/^\d{10}(-?\d{3})?$|^\d{12}$/.test(typed.taxCode), 'tax_code')
  check('trainingCourse', typed.trainingCourse === '', 'missing')
  check('trainingIssuer', typed.trainingIssuer === '', 'missing')
  check('trainedOn', !isDay(typed.trainedOn), 'day')
  check('trainedOn', typed.trainedOn > today, 'future')
  for (const name of lines) check(name, typed[name].length > 300, 'too_long')
  return faults
}

/** The columns of what was typed; meaningful only where `consultantFaults` finds none. */
export function consultantColumns(typed: TypedConsultant) {
  const { address, phone, email, taxCode, trainingCourse, trainingIssuer, trainedOn, name } = typed
  return {
    kind: typed.kind as ConsultantKind,
    name,
    fields: typed.fields as ConsultantField[],
    address: address || null,
    phone: phone || null,
    email: email || null,
    taxCode: taxCode || null,
    trainingCourse,
    trainingIssuer,
    trainedOn,
  }
}
