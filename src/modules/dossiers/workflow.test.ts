import { expect, test } from 'vitest'
import { roles } from '#modules/people/index.ts'
import { system } from '#platform/ctx.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import {
  closedStates,
  dossierStates,
  eventOf,
  type Step,
  stepEvents,
  stepFrom,
  steps,
  stepsOpenTo,
} from './workflow.ts'

const commune = 'vn/14/03868'
const producerId = 'p1'
const allSteps = Object.keys(stepEvents) as Step[]

/** The law's ways, written down once more: state, step, where it leads, who takes it. */
const ways = [
  ['draft', 'submit', 'submitted', 'producer'],
  ['draft', 'withdraw', 'withdrawn', 'producer'],
  ['submitted', 'receive', 'received', 'commune_officer'],
  ['submitted', 'withdraw', 'withdrawn', 'producer'],
  ['received', 'return', 'returned', 'commune_officer'],
  ['received', 'propose', 'proposed', 'commune_officer'],
  ['received', 'withdraw', 'withdrawn', 'producer'],
  ['returned', 'resubmit', 'received', 'producer'],
  ['returned', 'go_on', 'received', 'commune_officer'],
  ['returned', 'withdraw', 'withdrawn', 'producer'],
  ['proposed', 'return', 'returned_by_province', 'province_officer'],
  ['proposed', 'check', 'checked', 'province_officer'],
  ['returned_by_province', 'resubmit', 'proposed', 'producer commune_officer'],
  ['returned_by_province', 'go_on', 'proposed', 'province_officer'],
  ['returned_by_province', 'withdraw', 'withdrawn', 'producer'],
  ['checked', 'place', 'in_council', 'province_officer chair secretary'],
  ['in_council', 'release', 'checked', 'chair secretary'],
  ['in_council', 'conclude', 'scored', 'chair secretary'],
  ['in_council', 'reject', 'rejected', 'chair secretary'],
  ['scored', 'recognise', 'recognised', 'leader'],
  ['scored', 'decline', 'not_recognised', 'leader'],
  ['scored', 'send', 'sent_to_centre', 'leader'],
  ['sent_to_centre', 'recognise', 'recognised', 'central_officer'],
  ['sent_to_centre', 'return', 'returned_by_centre', 'central_officer'],
  ['returned_by_centre', 'recognise', 'recognised', 'leader'],
  ['returned_by_centre', 'reassess', 'checked', 'leader'],
] as const

const wayOf = (state: string, step: string) => ways.find((way) => way[0] === state && way[1] === step)

test.each(dossierStates.flatMap((state) => allSteps.map((step) => [state, step] as const)))(
  'from %s the step %s leads where the table says, or nowhere',
  (state, step) => {
    expect(stepFrom(state, step)).toBe(wayOf(state, step)?.[2] ?? null)
  },
)

test.each(dossierStates.flatMap((state) => roles.map((role) => [state, role] as const)))(
  'at %s a %s is offered its own steps and no other',
  (state, role) => {
    const actor = actorWith(role, commune, { producerId: role === 'producer' ? producerId : null })
    const open = stepsOpenTo(actor, { state, producerId, unitPath: commune })
    const expected = allSteps.filter((step) => wayOf(state, step)?.[3].split(' ').includes(role))
    expect([...open].sort()).toEqual([...expected].sort())
  },
)

test.each([
  ['the officer of another commune', actorWith('commune_officer', 'vn/14/03856')],
  ['the officer of a commune whose code begins alike', actorWith('commune_officer', 'vn/14/0386')],
  ['an officer of another province', actorWith('province_officer', 'vn/11')],
  ['another producer', actorWith('producer', commune, { producerId: 'p2' })],
  ['a producer without a producer', actorWith('producer', commune)],
])('%s is offered nothing', (_, actor) => {
  for (const state of dossierStates)
    expect(stepsOpenTo(actor, { state, producerId, unitPath: commune })).toEqual([])
})

test('whoever holds a role above reaches the dossiers below', () => {
  const place = { producerId, unitPath: commune }
  expect(stepsOpenTo(actorWith('central_officer', 'vn'), { ...place, state: 'sent_to_centre' })).toHaveLength(
    2,
  )
  expect(stepsOpenTo(system, { ...place, state: 'received' })).toEqual(['return', 'propose'])
})

test('every state is in the table and nothing leads out of the last ones', () => {
  expect(Object.keys(steps).sort()).toEqual([...dossierStates].sort())
  expect([...closedStates].sort()).toEqual(['not_recognised', 'recognised', 'rejected', 'withdrawn'])
})

test('a return says in its event who returned the dossier', () => {
  expect(eventOf('return', 'returned')).toBe('dossier.returned')
  expect(eventOf('return', 'returned_by_province')).toBe('dossier.returned_by_province')
  expect(eventOf('check', 'checked')).toBe('dossier.checked')
})
