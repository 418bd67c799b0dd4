import { expect, test } from 'vitest'
import { readPackForm, termsFields, typedFromContent, typedPack } from './pack-form.ts'
import { filledPack, filledTerms } from './testing.ts'

const tea = '01a00000-0000-7000-8000-000000000001'
const read = (change = {}, terms = {}) =>
  readPackForm(filledPack([tea], [], { terms: { [tea]: filledTerms(terms) }, ...change }))

test('what is typed is read: prices whole đồng, months by number, what is empty is left open', () => {
  expect(read({}, { shelfLife: '' })).toMatchObject({
    content: {
      name: 'Chè Tà Xùa vụ xuân',
      products: [{ productId: tea, price: 180_000, seasonFrom: 3, seasonTo: 11, shelfLife: null }],
    },
  })
})

test.each([
  ['180000', 180_000],
  ['1.180.000', 1_180_000],
  ['180 000 đ', 180_000],
  ['', null],
])('the price %s is %s đồng', (price, dong) => {
  expect(read({}, { price })).toMatchObject({ content: { products: [{ price: dong }] } })
})

test.each<[string, object, object, string, string]>([
  ['no name', { name: '' }, {}, 'name', 'name_missing'],
  ['a name without end', { name: 'x'.repeat(201) }, {}, 'name', 'too_long'],
  ['no product', { products: [] }, {}, 'products', 'nothing_chosen'],
  ['a price of nothing', {}, { price: '0' }, `price:${tea}`, 'price'],
  ['a price with a comma', {}, { price: '12,5' }, `price:${tea}`, 'price'],
  ['a price below nothing', {}, { price: '-5' }, `price:${tea}`, 'price'],
  ['a price in thousands', {}, { price: '180k' }, `price:${tea}`, 'price'],
  ['a month that is none', {}, { seasonFrom: '13' }, `seasonFrom:${tea}`, 'month'],
  ['half a season', {}, { seasonTo: '' }, `seasonTo:${tea}`, 'half_a_season'],
  ['a pack described without end', {}, { packSize: 'x'.repeat(201) }, `packSize:${tea}`, 'too_long'],
])('refuses %s, by its field', (_, change, terms, field, fault) => {
  expect(read(change, terms)).toMatchObject({ faults: { [field]: fault } })
})

test('what a form brings is kept as typed, also of a product that is not ticked', () => {
  const form = new FormData()
  form.append('name', '  Chè  ')
  form.append('product', tea)
  for (const id of [tea, 'other'])
    for (const field of termsFields) form.append(`${field}:${id}`, `${field} of ${id}`)
  const typed = typedPack(form)
  expect(typed).toMatchObject({ name: 'Chè', buyer: '', products: [tea], papers: [] })
  expect(typed.terms.other?.price).toBe('price of other')
})

test('a pack that is opened again holds what was kept', () => {
  const kept = read()
  const content = 'content' in kept ? kept.content : expect.fail('it was refused')
  const typed = typedFromContent(content)
  expect(typed).toEqual(filledPack([tea], [], { terms: { [tea]: filledTerms({ price: '180000' }) } }))
  expect(readPackForm(typed)).toEqual(kept)
})
