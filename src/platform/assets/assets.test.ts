import { expect, test } from 'vitest'
import { asset, assetRoutes } from './assets.ts'

test('an asset that was not built keeps its plain name', () => {
  expect(asset('no-such-island.js')).toBe('/assets/no-such-island.js')
})

test('a picture is served with its type, without sniffing, and answered 304 the second time', async () => {
  const first = await assetRoutes.request('/art/ca-phe.svg')
  expect(first.status).toBe(200)
  expect(first.headers.get('content-type')).toBe('image/svg+xml')
  expect(first.headers.get('x-content-type-options')).toBe('nosniff')
  const etag = first.headers.get('etag') ?? ''
  const second = await assetRoutes.request('/art/ca-phe.svg', { headers: { 'if-none-match': etag } })
  expect(second.status).toBe(304)
})

test('text is compressed for those who accept it', async () => {
  const answer = await assetRoutes.request('/art/ca-phe.svg', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(answer.headers.get('content-encoding')).toBe('br')
})

test.each([
  ['a folder above', '/art/..%2f..%2fpackage.json'],
  ['an encoded folder above', '/assets/%2e%2e%2fassets.json'],
  ['a hidden file', '/art/.svg'],
  ['an unknown kind of file', '/icons/icon-192.exe'],
  ['a file that is not there', '/art/khong-co.svg'],
])('does not serve %s', async (_, path) => {
  expect((await assetRoutes.request(path)).status).toBe(404)
})
