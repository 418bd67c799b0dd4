import { expect, test } from 'vitest'
import { registerText, translator } from './translator.ts'

registerText('try', {
  vi: {
    due: 'Nộp trước {{day, day}}',
    price: '{{price, money}} một gói',
    product_other: '{{count}} sản phẩm',
    only: 'Chỉ có',
  },
  en: {
    due: 'Hand in before {{day, day}}',
    price: '{{price, money}} a pack',
    product_one: '{{count}} product',
    product_other: '{{count}} products',
  },
})

test('facts are written out as each language writes them', () => {
  expect(translator('vi')('try:due', { day: '2026-11-24' })).toBe('Nộp trước 24/11/2026')
  expect(translator('vi')('try:price', { price: 85_000 })).toBe('85.000\u00a0₫ một gói')
  expect(translator('en')('try:price', { price: 85_000 })).toBe('85,000\u00a0₫ a pack')
})

test('one and many are told apart where the language does', () => {
  expect(translator('en')('try:product', { count: 1 })).toBe('1 product')
  expect(translator('vi')('try:product', { count: 1 })).toBe('1 sản phẩm')
})

test('what English lacks is said in Vietnamese', () => {
  expect(translator('en')('try:only')).toBe('Chỉ có')
})

test('a facts’ mark-up is left to the page to escape', () => {
  expect(translator('vi')('try:due', { day: '<b>' })).toContain('<b>')
})

test('a key nobody has written throws in tests', () => {
  expect(() => translator('vi')('try:nothing_here')).toThrow('try:nothing_here')
})
