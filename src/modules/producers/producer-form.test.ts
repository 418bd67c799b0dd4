import { expect, test } from 'vitest'
import { producerFaults } from './producer-form.ts'
import { typedTeaCooperative } from './testing.ts'

const today = '2026-11-24'

test('the form of the tea cooperative has no faults, nor has one with only what must be there', () => {
  expect(producerFaults(typedTeaCooperative(), today)).toEqual({})
  const bare = { kind: 'household', name: 'Hộ Lò Văn A', unitId: '03868' }
  expect(producerFaults({ ...typedTeaCooperative(emptied()), ...bare }, today)).toEqual({})
})

test.each([
  ['kind', '', 'kind_missing'],
  ['kind', 'guild', 'kind_missing'],
  ['name', '', 'name_missing'],
  ['name', 'A', 'name_too_short'],
  ['name', 'a'.repeat(301), 'too_long'],
  ['unitId', '', 'unit_missing'],
  ['email', 'mai@', 'email_malformed'],
  ['phone', '12', 'phone_malformed'],
  ['taxCode', '123', 'tax_code_malformed'],
  ['foundedOn', '2026-02-30', 'not_a_day'],
  ['foundedOn', '2026-11-25', 'day_in_future'],
  ['representativeGender', 'x', 'not_a_choice'],
  ['representativePeople', '55', 'not_a_choice'],
])('%s typed as %j is %s', (field, typed, fault) => {
  expect(producerFaults(typedTeaCooperative({ [field]: typed }), today)).toEqual({ [field]: fault })
})

test.each(['5500123456', '5500123456-001', '5500123456001', '014090123456'])(
  '%s may be a tax code',
  (taxCode) => {
    expect(producerFaults(typedTeaCooperative({ taxCode }), today)).toEqual({})
  },
)

function emptied() {
  return Object.fromEntries(Object.keys(typedTeaCooperative()).map((field) => [field, '']))
}
