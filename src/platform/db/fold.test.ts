import { expect, test } from 'vitest'
import { fold, sortKey } from './fold.ts'

test.each([
  ['Hòa Bình', 'hoa binh'],
  ['Hoà Bình', 'hoa binh'],
  ['Đường  Đồng\tĐăng', 'duong dong dang'],
  ['PHƯỜNG CHIỀNG CƠI', 'phuong chieng coi'],
  ['', ''],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test.each([['ma mà mả mã má mạ'], ['An Ăn Ân Ấn Âu Dao Dạo Đào Đạo'], ['Cà Chè Măng Mận Mật']])(
  '%s is already in Vietnamese order',
  (line) => {
    const words = line.split(' ')
    const sorted = [...words].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    expect(sorted).toEqual(words)
  },
)
