import webPush, { WebPushError } from 'web-push'
import type { PushKeys } from './push-keys.ts'

/** Where a browser is reached, as it said itself when it subscribed. */
export interface PushAddress {
  endpoint: string
  p256dh: string
  auth: string
}

/** What a device shows. */
export interface PushMessage {
  title: string
  text: string
  href: string
  /** Shown once, however often it arrives. */
  tag: string
}

/** How push messages leave the house. */
export interface PushTransport {
  /** `gone` when the browser is no longer subscribed. @throws when another try may succeed */
  deliver(address: PushAddress, message: PushMessage): Promise<'delivered' | 'gone'>
}

const aDay = 24 * 60 * 60

/**
 * Push messages by the services of the browsers' makers, encrypted to the browser (RFC 8291).
 * @param contact an address of those who run this installation, `https:` or `mailto:`, for the services' operators
 */
export function openPushTransport(keys: PushKeys, contact: string): PushTransport {
  const vapidDetails = { subject: contact, ...keys }
  return {
    async deliver({ endpoint, p256dh, auth }, message) {
      try {
        const address = { endpoint, keys: { p256dh, auth } }
        await webPush.sendNotification(address, JSON.stringify(message), {
          vapidDetails,
          TTL: aDay,
          timeout: 15_000,
        })
        return 'delivered'
      } catch (thrown) {
        if (thrown instanceof WebPushError && [404, 410].includes(thrown.statusCode)) return 'gone'
        throw thrown
      }
    },
  }
}
