import { describe, expect, test } from 'vitest'
import { type Actor, nobody, system } from '#platform/ctx.ts'
import { actorWith } from '#platform/testing/test-ctx.ts'
import { type Role, roles } from './holds.ts'
import {
  mayEnd,
  mayGrant,
  mayInvite,
  mayManagePerson,
  mayReadOutbox,
  placesOfPeopleSeen,
} from './permissions.ts'

const [commune, otherCommune, otherProvince] = ['vn/14/03868', 'vn/14/03646', 'vn/11/03127'] as const
const mine = '019ab000-0000-7000-8000-000000000001'
const theirs = '019ab000-0000-7000-8000-000000000002'

const actors: Record<string, Actor> = {
  nobody,
  system,
  'administrator of the centre': actorWith('administrator', 'vn'),
  'administrator of the province': actorWith('administrator', 'vn/14'),
  'administrator of the commune': actorWith('administrator', commune),
  'auditor of the centre': actorWith('auditor', 'vn'),
  'province officer': actorWith('province_officer', 'vn/14'),
  'commune officer': actorWith('commune_officer', commune),
  producer: actorWith('producer', commune, { producerId: mine }),
}

const places: Record<string, { role: Role; unitPath: string; producerId?: string }> = {
  'administrator of vn': { role: 'administrator', unitPath: 'vn' },
  'administrator of 14': { role: 'administrator', unitPath: 'vn/14' },
  'member of 14': { role: 'member', unitPath: 'vn/14' },
  'officer of 03868': { role: 'commune_officer', unitPath: commune },
  'officer of 03646': { role: 'commune_officer', unitPath: otherCommune },
  'officer of 03127 in 11': { role: 'commune_officer', unitPath: otherProvince },
  'producer mine': { role: 'producer', unitPath: commune, producerId: mine },
  'producer theirs': { role: 'producer', unitPath: commune, producerId: theirs },
  'producer in 03646': { role: 'producer', unitPath: otherCommune, producerId: theirs },
}

const all = Object.keys(places)
const allOf14 = all.filter((place) => !place.includes(' of vn') && !place.includes(' in 11'))
const allOf03868 = ['officer of 03868', 'producer mine', 'producer theirs']

const granted: [string, string[]][] = [
  ['nobody', []],
  ['system', all],
  ['administrator of the centre', all],
  ['administrator of the province', allOf14],
  ['administrator of the commune', allOf03868],
  ['auditor of the centre', []],
  ['province officer', []],
  ['commune officer', []],
  ['producer', []],
]

const invited: [string, string[]][] = [
  ...granted.slice(0, 6),
  ['province officer', ['officer of 03868', 'officer of 03646']],
  ['commune officer', ['producer mine', 'producer theirs']],
  ['producer', ['producer mine']],
]

const allowed = (who: string, may: (actor: Actor, place: (typeof places)[string]) => boolean) => {
  const actor = actors[who] ?? expect.fail()
  return Object.entries(places)
    .filter(([, place]) => may(actor, place))
    .map(([name]) => name)
}

describe('granting a role', () => {
  test.each(granted)('%s may grant %j', (who, expected) => {
    expect(allowed(who, mayGrant)).toEqual(expected)
  })

  test.each(roles)('no other role than administrator grants anything: %s', (role) => {
    const actor = actorWith(role, 'vn')
    expect(mayGrant(actor, { role: 'auditor', unitPath: 'vn/14' })).toBe(role === 'administrator')
    expect(mayEnd(actor, 'vn/14')).toBe(role === 'administrator')
  })

  test.each([
    ['commune_officer', 'vn/14'],
    ['province_officer', commune],
    ['member', commune],
    ['auditor', 'vn/99/1'],
  ] as const)('not even the centre makes a %s of %s', (role, unitPath) => {
    expect(mayGrant(actorWith('administrator', 'vn'), { role, unitPath })).toBe(false)
    expect(mayInvite(actorWith('administrator', 'vn'), { role, unitPath })).toBe(false)
  })
})

describe('inviting', () => {
  test.each(invited)('%s may invite %j', (who, expected) => {
    expect(allowed(who, mayInvite)).toEqual(expected)
  })

  test('a producer invites nobody without saying for which producer', () => {
    const producer = actors.producer ?? expect.fail()
    expect(mayInvite(producer, { role: 'producer', unitPath: commune })).toBe(false)
    expect(mayInvite(producer, { role: 'producer', unitPath: commune, producerId: null })).toBe(false)
  })
})

test.each([
  ['administrator of the centre', [{ unitPath: commune }, { unitPath: otherProvince }], true],
  ['administrator of the province', [{ unitPath: commune }, { unitPath: otherProvince }], false],
  ['administrator of the province', [{ unitPath: commune }, { unitPath: 'vn/14' }], true],
  ['administrator of the commune', [{ unitPath: commune }], true],
  ['administrator of the commune', [{ unitPath: 'vn/14' }], false],
  ['administrator of the province', [], false],
  ['administrator of the centre', [], true],
  ['auditor of the centre', [{ unitPath: commune }], false],
])('%s manages an account with roles in %j: %s', (who, holdings, expected) => {
  expect(mayManagePerson(actors[who] ?? expect.fail(), holdings)).toBe(expected)
})

test.each([
  ['nobody', []],
  ['administrator of the province', ['vn/14']],
  ['auditor of the centre', ['vn']],
  ['province officer', []],
  ['producer', []],
])('%s reads the people of %j', (who, expected) => {
  expect(placesOfPeopleSeen(actors[who] ?? expect.fail())).toEqual(expected)
})

test.each([
  ['administrator of the province', false, true],
  ['administrator of the commune', false, false],
  ['auditor of the centre', false, false],
  ['nobody', false, false],
  ['nobody', true, true],
])('%s reads the outbox, demonstration %s: %s', (who, demo, expected) => {
  expect(mayReadOutbox(actors[who] ?? expect.fail(), demo)).toBe(expected)
})
