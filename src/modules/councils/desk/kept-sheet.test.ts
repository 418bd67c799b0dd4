import { expect, test } from 'vitest'
import { deskKey, deskStore, type Keeper, listUnsent } from './kept-sheet.ts'

function browser(forbids = false): Keeper & { all: Map<string, string> } {
  const all = new Map<string, string>()
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem(key, value) {
      if (forbids) throw new Error('QuotaExceededError')
      all.set(key, value)
    },
    removeItem: (key) => void all.delete(key),
    key: (place) => [...all.keys()][place] ?? null,
    get length() {
      return all.size
    },
  }
}

const place = { personId: 'mai', sessionId: 's', dossierId: 'd', round: 1 }
const sheet = { sheet: '/sessions/s/dossiers/d/sheet', title: 'Chè' }

test('what waits is listed for its person alone, until it is confirmed', () => {
  const keeper = browser()
  const mai = deskStore(keeper, deskKey(place), sheet)
  mai.write({ '4.1': { options: [2] } })
  deskStore(keeper, deskKey({ ...place, personId: 'hoa' }), sheet).want(true)
  expect(listUnsent(keeper, 'mai').map(({ kept }) => kept.pending)).toEqual([{ '4.1': { options: [2] } }])
  mai.write({})
  mai.keep({ version: 1, answers: { '4.1': [2] }, notes: {} })
  expect(listUnsent(keeper, 'mai')).toEqual([])
  expect(mai.confirmed()).toEqual({ version: 1, answers: { '4.1': [2] }, notes: {} })
  expect(listUnsent(keeper, 'hoa').map(({ kept }) => kept.handIn)).toEqual([true])
})

test('changes that an earlier version kept are found and move on', () => {
  const keeper = browser()
  keeper.setItem('sheet:s:d:1:mai', JSON.stringify({ '1.1': { options: [1] } }))
  const store = deskStore(keeper, deskKey(place), sheet)
  expect(store.read()).toEqual({ '1.1': { options: [1] } })
  store.write(store.read())
  expect([...keeper.all.keys()]).toEqual([deskKey(place)])
})

test('a browser that keeps nothing, or something else, does not stop the desk', () => {
  const store = deskStore(browser(true), deskKey(place), sheet)
  store.write({ '1.1': { options: [1] } })
  expect(store.read()).toEqual({})
  const odd = browser()
  odd.setItem(deskKey(place), '{"pending":')
  expect(deskStore(odd, deskKey(place), sheet).read()).toEqual({})
})
