import type { OutboxSms } from './outbox-store.ts'

/** How text messages leave the house. */
export interface SmsTransport {
  /** @throws SmsFault */
  deliver(sms: Pick<OutboxSms, 'id' | 'recipient' | 'text'>): Promise<void>
}

export interface SmsSettings {
  url: string
  token: string
  /** The name that the phone shows, as it is registered with the operators. */
  sender: string
}

export class SmsFault extends Error {
  /** The gateway will never take this message: no second try. */
  readonly forGood: boolean

  constructor(words: string, forGood: boolean) {
    super(words)
    this.forGood = forGood
  }
}

/**
 * The HTTP gateway of the settings: one POST of `{ id, from, to, text }` for each message, with the token as bearer. The id
 * stays the same at every try, so that the gateway knows a message again. Null without settings: nothing is sent.
 */
export function openSmsTransport(settings: SmsSettings | null): SmsTransport | null {
  if (!settings) return null
  const { url, token, sender } = settings
  return {
    async deliver({ id, recipient, text }) {
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal: AbortSignal.timeout(15_000),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ id, from: sender, to: recipient, text }),
      }).catch((error: Error) => {
        throw new SmsFault(error.message, false)
      })
      await answer.body?.cancel()
      if (answer.ok) return
      const later = answer.status >= 500 || answer.status === 408 || answer.status === 429
      throw new SmsFault(`the gateway answered ${answer.status}`, !later)
    },
  }
}
