/** The push services of the browsers' makers: Chromium's, Mozilla's, Microsoft's, Apple's. */
const hosts = ['fcm.googleapis.com', 'push.services.mozilla.com', 'notify.windows.com', 'push.apple.com']

/**
 * Whether an address is that of a push service. The server posts to what a browser names, so it must not be any other
 * machine, of the inner network least of all.
 */
export function isPushService(endpoint: string): boolean {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '') return false
  return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`))
}
