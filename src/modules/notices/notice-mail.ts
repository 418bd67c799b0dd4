import type { Contact } from '#modules/people/index.ts'
import type { Mail } from '#platform/mail/send-mail.ts'
import { writeLetter } from '#platform/mail/write-letter.ts'
import { type Translate, translator } from '#platform/text/translator.ts'
import { type Said, wordsOf } from './notice-words.ts'

type SaidNotice = Said & { id: string }

/** The mail about one notice, in the receiver's language. */
export function mailOf(notice: SaidNotice, person: Contact, baseUrl: string): Mail {
  const t = translator(person.locale)
  const { title, text } = wordsOf(notice, t)
  return writeLetter({
    ...envelope(person, t, baseUrl),
    subject: title,
    paragraphs: [text],
    action: { label: t('notices:mail.open'), href: `${baseUrl}/notices/${notice.id}` },
  })
}

const mostLines = 40

/** The morning's letter about everything that is still unread, in the receiver's language. */
export function morningMailOf(notices: readonly SaidNotice[], person: Contact, baseUrl: string): Mail {
  const t = translator(person.locale)
  const count = notices.length
  const more = count - mostLines
  const shown = notices.slice(-mostLines).reverse()
  return writeLetter({
    ...envelope(person, t, baseUrl),
    subject: t('notices:mail.digest_subject', { count }),
    paragraphs: [t('notices:mail.digest_lead', { count })],
    items: shown.map((notice) => ({
      ...wordsOf(notice, t),
      href: `${baseUrl}/notices/${notice.id}`,
    })),
    action: {
      label: more > 0 ? t('notices:mail.open_rest', { count: more }) : t('notices:mail.open_all'),
      href: `${baseUrl}/notices`,
    },
  })
}

function envelope(person: Contact, t: Translate, baseUrl: string) {
  return {
    locale: person.locale,
    to: person.email,
    greeting: t('notices:mail.greeting', { name: person.name }),
    footer: {
      text: t('notices:mail.why'),
      label: t('notices:mail.change'),
      href: `${baseUrl}/notices/settings`,
    },
  }
}
