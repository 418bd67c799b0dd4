import { expect, test } from 'vitest'
import { allUnits } from './unit-list.ts'
import { readTypedName, shortNameOf } from './unit-names.ts'

const { units, successors } = allUnits()
const byId = new Map(units.map((unit) => [unit.id, unit]))

test('no two units share an id or a path, and every parent comes before its children', () => {
  expect(byId.size).toBe(units.length)
  expect(new Set(units.map(({ path }) => path)).size).toBe(units.length)
  const seen = new Set<string>()
  for (const { id, parentId } of units) {
    if (parentId) expect(seen.has(parentId), `${parentId} before ${id}`).toBe(true)
    seen.add(id)
  }
})

test('every successor exists, begins when the former ends, and no former unit is without one but districts', () => {
  const followed = new Set(successors.map(({ formerId }) => formerId))
  for (const { formerId, successorId } of successors) {
    expect(byId.get(formerId)?.validTo, formerId).not.toBeNull()
    expect(byId.has(successorId), successorId).toBe(true)
  }
  const orphans = units.filter((unit) => unit.validTo && unit.level !== 'district' && !followed.has(unit.id))
  expect(orphans).toEqual([])
})

test('a former unit lies under the province of today', () => {
  expect(byId.get('03646~2025')?.path).toBe('vn/14/116~2025/03646~2025')
  expect(byId.get('116~2025')).toMatchObject({ parentId: '14', code: '116', name: 'Thành phố Sơn La' })
})

test.each([
  ['Xã Tà Xùa', 'Tà Xùa'],
  ['Phường 12', 'Phường 12'],
  ['Thị trấn Nông trường Mộc Châu', 'Nông trường Mộc Châu'],
])('the short name of %s is %s', (name, short) => {
  expect(shortNameOf(name)).toBe(short)
})

test.each([
  ['H. Mộc Châu', 'moc chau', 'district'],
  ['thị trấn Ít Ong', 'it ong', 'commune'],
  ['TP Sơn La', 'son la', null],
  ['Xã', 'xa', null],
])('somebody who types %s means %s (%s)', (typed, short, level) => {
  expect(readTypedName(typed)).toMatchObject({ short, level })
})
