import { expect, test } from 'vitest'
import { passwordFault } from './password-faults.ts'

const mai = { email: 'mai.lo@taxua.example', name: 'Lò Thị Mai' }

test.each([
  ['ngắn quá thôi', null],
  ['Chè Shan tuyết', null],
  ['chè shan tuyết trên núi', null],
  ['con ngựa đi chợ phiên sớm', null],
  ['ngắn quá', 'too_short'],
  ['', 'too_short'],
  ['a'.repeat(11), 'too_short'],
  ['🍵'.repeat(6), 'too_short'],
  ['x1-'.repeat(60), 'too_long'],
  ['aaaaaaaaaaaa', 'too_simple'],
  ['123456789012', 'too_simple'],
  ['abcdefghijklm', 'too_simple'],
  ['987654321098', 'too_simple'],
  ['abcabcabcabc', 'too_simple'],
  ['trà123trà123', 'too_simple'],
  ['Password2026!', 'too_common'],
  ['p a s s w o r d 1', 'too_common'],
  ['Mật khẩu 2026', 'too_common'],
  ['Anh yêu em nhiều', 'too_common'],
  ['qwertyuiop12', 'too_common'],
  ['20261124-0905', 'too_common'],
  ['lòthịmai1990', 'like_account'],
  ['Lo Thi Mai 90', 'like_account'],
  ['mai.lo@taxua.example', 'like_account'],
  ['mailo1234567', 'like_account'],
  ['taxua.example', 'like_account'],
  ['mẹ Mai Lò đi chợ phiên', null],
])('the new password %j: %s', (password, fault) => {
  expect(passwordFault(password, mai)).toBe(fault)
})
