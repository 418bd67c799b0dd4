import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Tasted, tastingOrder } from './tasting-order.ts'

const item = (dossierId: string, set: string, recused: string[] = []): Tasted => ({
  dossierId,
  code: `HS-2026-${dossierId}`,
  set,
  recused,
})

test('product sets one after another, in the order of their numbers, within one by code', () => {
  const items = [item('10', 's-13'), item('2', 's-2'), item('9', 's-13'), item('1', 's-13')]
  expect(tastingOrder(items)).toEqual(['2', '1', '9', '10'])
})

test('those for which the same members leave stand together, and go on into the next set', () => {
  const items = [
    item('1', 's-1', ['mai']),
    item('2', 's-1'),
    item('3', 's-1', ['hoa']),
    item('4', 's-1', ['mai']),
    item('5', 's-2'),
    item('6', 's-2', ['mai']),
  ]
  expect(tastingOrder(items)).toEqual(['2', '3', '1', '4', '6', '5'])
})

test('the order of those recused, and who is named twice, makes no difference', () => {
  const items = [item('1', 's', ['a', 'b']), item('2', 's', ['c']), item('3', 's', ['b', 'a', 'a'])]
  expect(tastingOrder(items)).toEqual(['1', '3', '2'])
})

test('nobody is left out, sets and blocks are whole, whatever the order in which they come', () => {
  const anyItem = fc.record({
    set: fc.constantFrom('qd-01', 'qd-02', 'qd-13'),
    recused: fc.subarray(['a', 'b', 'c']),
  })
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 30 }), (some) => {
      const items = some.map(({ set, recused }, place) => item(String(place), set, recused))
      const order = tastingOrder(items)
      expect([...order].sort()).toEqual(items.map(({ dossierId }) => dossierId).sort())
      expect(tastingOrder([...items].reverse())).toEqual(order)
      const inOrder = order.flatMap((id) => items.find(({ dossierId }) => dossierId === id) ?? [])
      const runs = (key: (one: Tasted) => string) =>
        inOrder.map(key).filter((one, place, all) => one !== all[place - 1])
      const sets = runs(({ set }) => set)
      expect(new Set(sets).size).toBe(sets.length)
      const blocks = runs(({ set, recused }) => `${set} ${[...recused].sort()}`)
      expect(new Set(blocks).size).toBe(blocks.length)
    }),
  )
})
