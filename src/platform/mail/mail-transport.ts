import { createTransport } from 'nodemailer'
import type { OutboxMail } from './outbox-store.ts'

/** How mails leave the house. */
export interface MailTransport {
  /** @throws what `faultOf` can read */
  deliver(mail: Pick<OutboxMail, 'id' | 'recipient' | 'subject' | 'text' | 'html'>): Promise<void>
}

export interface DeliveryFault {
  /** The receiving side will never take this mail: no second try. */
  forGood: boolean
  words: string
}

/** The SMTP server of the settings, or null: the demonstration's mails stay in the outbox to be read there. */
export function openMailTransport(settings: {
  smtpUrl: string | null
  mailFrom: string
}): MailTransport | null {
  if (!settings.smtpUrl) return null
  const url = new URL(settings.smtpUrl)
  const smtp = createTransport(
    {
      host: url.hostname,
      port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
      secure: url.protocol === 'smtps:',
      ...(url.username
        ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
        : {}),
      connectionTimeout: 15_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: settings.mailFrom },
  )
  const domain = /@([\p{L}\p{N}.-]+)/u.exec(settings.mailFrom)?.[1] ?? 'localhost'
  return {
    deliver: async ({ id, recipient, subject, text, html }) => {
      // The id is the mail's own for ever: a second delivery of the same mail is recognised as such.
      const messageId = `<${id}@${domain}>`
      await smtp.sendMail({
        messageId,
        to: { name: '', address: recipient },
        subject,
        text,
        ...(html ? { html } : {}),
      })
    },
  }
}

/** What an error of the transport means. */
export function faultOf(thrown: unknown): DeliveryFault {
  const { responseCode, message } = thrown as { responseCode?: number; message?: string }
  return { forGood: responseCode !== undefined && responseCode >= 500, words: message ?? String(thrown) }
}
