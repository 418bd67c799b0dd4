import { expect, test } from 'vitest'
import { dayInWords, decimalInWords, moneyInWords, numberInWords } from './vietnamese-words.ts'

test.each([
  [0, 'không'],
  [4, 'bốn'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [55, 'năm mươi lăm'],
  [100, 'một trăm'],
  [105, 'một trăm linh năm'],
  [110, 'một trăm mười'],
  [1001, 'một nghìn không trăm linh một'],
  [2026, 'hai nghìn không trăm hai mươi sáu'],
  [21_000, 'hai mươi mốt nghìn'],
  [2_000_005, 'hai triệu không trăm linh năm'],
  [1_000_000_000, 'một tỷ'],
  [1_500_000_010, 'một tỷ năm trăm triệu không trăm mười'],
  [3_000_000_000_000, 'ba nghìn tỷ'],
  [-7, 'âm bảy'],
])('%i is read as “%s”', (value, words) => {
  expect(numberInWords(value)).toBe(words)
})

test.each([
  ['75,16', 'bảy mươi lăm phẩy mười sáu'],
  ['75,06', 'bảy mươi lăm phẩy không sáu'],
  ['90', 'chín mươi'],
])('%s is read as “%s”', (written, words) => {
  expect(decimalInWords(written)).toBe(words)
})

test('money is read with đồng', () => {
  expect(moneyInWords(1_500_000)).toBe('một triệu năm trăm nghìn đồng')
})

test('the fourth month is tháng tư', () => {
  expect(dayInWords('2026-04-23')).toBe('ngày hai mươi ba tháng tư năm hai nghìn không trăm hai mươi sáu')
})

test('refuses what is not a whole number', () => {
  expect(() => numberInWords(1.5)).toThrow(RangeError)
  expect(() => decimalInWords('1.5')).toThrow(RangeError)
})
