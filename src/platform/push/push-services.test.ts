import { expect, test } from 'vitest'
import { isPushService } from './push-services.ts'

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://wns2-sg2p.notify.windows.com/w/?token=abc',
  'https://web.push.apple.com/abc',
])('%s is a push service', (endpoint) => {
  expect(isPushService(endpoint)).toBe(true)
})

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/a',
  'https://fcm.googleapis.com@10.0.0.1/a',
  'https://fcm.googleapis.com.example.vn/a',
  'https://notfcm.googleapis.com.vn/a',
  'https://evilpush.apple.com.vn/',
  'https://127.0.0.1/a',
  'https://[::1]/a',
  'https://intranet.local/a',
  'fcm.googleapis.com',
  '',
])('%s is none', (endpoint) => {
  expect(isPushService(endpoint)).toBe(false)
})
