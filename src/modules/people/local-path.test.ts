import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each(['/', '/dossiers', '/dossiers?state=draft&q=trà', '/san-pham/tra-ta-xua#diem', '/a/b/?x=//y'])(
  'comes back to %s',
  (path) => {
    expect(localPath(path)).toBe(path)
  },
)

test.each([
  undefined,
  null,
  '',
  'dossiers',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/./\\evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  ' //evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '/\u0000',
  `/${'a'.repeat(2001)}`,
])('does not lead away: %j', (text) => {
  expect(localPath(text)).toBe('/')
})

test('whatever is asked for, the browser stays on this site', () => {
  const here = 'https://saolang.example'
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '%2f',
    '%5c',
    'http:',
    'evil.example',
    '\t',
    '?',
    '#',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      return new URL(localPath(parts.join('')), `${here}/sign-in`).origin === here
    }),
  )
})
