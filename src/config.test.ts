import { expect, test } from 'vitest'
import { readConfig, WrongSetting } from './config.ts'

test('without settings it is the demonstration on this machine only', () => {
  expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, demo: true, databaseUrl: null })
})

test('a PostgreSQL is never filled with demonstration accounts unless asked', () => {
  const url = 'postgres://sao@localhost/sao'
  expect(readConfig({ DATABASE_URL: url }).demo).toBe(false)
  expect(readConfig({ DATABASE_URL: url, DEMO: 'on' }).demo).toBe(true)
})

test.each([
  ['PORT', { PORT: 'eighty' }],
  ['PORT', { PORT: '70000' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://x/y' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'saolang.vn' }],
  ['SECRET', { SECRET: 'short' }],
  ['DEMO', { DEMO: 'maybe' }],
  ['HOST', { HOST: '0.0.0.0' }],
  ['S3_REGION', { S3_BUCKET: 'ocop', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' }],
  ['S3_ACCESS_KEY_ID', { S3_BUCKET: 'ocop', S3_ENDPOINT: 'http://localhost:9000' }],
  ['S3_ENDPOINT', { S3_BUCKET: 'ocop', S3_ENDPOINT: 'localhost' }],
])('refuses a wrong %s and names it', (name, environment) => {
  expect(() => readConfig(environment)).toThrow(WrongSetting)
  expect(() => readConfig(environment)).toThrow(name)
})

test('the demonstration listens to the network when asked by name', () => {
  expect(readConfig({ HOST: '0.0.0.0', DEMO_PUBLIC: 'yes' }).host).toBe('0.0.0.0')
})

test('real work on the network needs the address that people type', () => {
  const open = { HOST: '0.0.0.0', DEMO: 'off' }
  expect(() => readConfig(open)).toThrow('PUBLIC_URL')
  expect(readConfig({ ...open, PUBLIC_URL: 'https://ocop.sonla.gov.vn/' }).publicUrl).toBe(
    'https://ocop.sonla.gov.vn',
  )
})
