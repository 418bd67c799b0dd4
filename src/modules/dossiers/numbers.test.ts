import { expect, test } from 'vitest'
import { dossierCode, productCode, provincePathOf, receiptNumber } from './numbers.ts'

test('numbers are written as the forms write them', () => {
  expect(dossierCode(123, 2026)).toBe('HS-2026-000123')
  expect(receiptNumber(7, 'vn/14/03868', 2026)).toBe('07/PĐK-14-03868-2026')
  expect(receiptNumber(112, 'vn/14', 2026)).toBe('112/PĐK-14-2026')
  expect(productCode(1, 'vn/14/03868', 2026)).toBe('14-03868-1-2026')
  expect(provincePathOf('vn/14/03868')).toBe('vn/14')
})
