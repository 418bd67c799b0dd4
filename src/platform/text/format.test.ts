import { expect, test } from 'vitest'
import { showMoney, showNumber, showPercent, showScore, showSize } from './format.ts'

test('numbers are grouped as each language does', () => {
  expect(showNumber(1_234_567.89, 'vi')).toBe('1.234.567,89')
  expect(showNumber(1_234_567.89, 'en')).toBe('1,234,567.89')
  expect(showNumber(1000, 'vi')).toBe('1.000')
})

test('money, scores, shares and sizes are written out', () => {
  expect(showMoney(1_500_000, 'vi')).toBe('1.500.000\u00a0₫')
  expect(showScore(8650, 'vi')).toBe('86,50')
  expect(showPercent(0.765, 'vi')).toBe('76,5%')
  expect(showSize(1_240_000, 'vi')).toBe('1,2\u00a0MB')
})
