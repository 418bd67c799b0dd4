import type { Mail } from './send-mail.ts'

/** A letter by its parts; every address in it is a whole one. */
export interface Letter {
  locale: 'vi' | 'en'
  to: string
  subject: string
  /** Whom it greets. */
  greeting: string
  paragraphs: readonly string[]
  /** A list of things, each with where it leads. */
  items?: readonly { title: string; text?: string; href: string }[]
  /** The one thing to do. */
  action?: { label: string; href: string }
  /** Beneath a line: why this came and how to have it come otherwise. */
  footer: { text: string; label: string; href: string }
}

/** The letter as a mail: plain text, and the same in the look of the site, for readers that show HTML. */
export function writeLetter(letter: Letter): Mail {
  return { to: letter.to, subject: letter.subject, text: textOf(letter), html: htmlOf(letter) }
}

function textOf({ greeting, paragraphs, items = [], action, footer }: Letter): string {
  const listed = items.map(({ title, text, href }) =>
    [`• ${title}`, ...(text ? [`  ${text}`] : []), `  ${href}`].join('\n'),
  )
  const acting = action ? [`${action.label}: ${action.href}`] : []
  const foot = `—\n${footer.text}\n${footer.label}: ${footer.href}`
  return [greeting, ...paragraphs, ...listed, ...acting, foot].join('\n\n')
}

const ink = '#1c2a23'
const quiet = '#56625b'
const green = '#1f6a46'
const line = '#dedacd'
const font = "font-family:'Be Vietnam Pro','Segoe UI',Roboto,Helvetica,Arial,sans-serif"

// Mail programs know tables and styles in attributes, and little else.
function htmlOf(letter: Letter): string {
  const { locale, subject, greeting, paragraphs, items = [], action, footer } = letter
  const body = [greeting, ...paragraphs].map(paragraph).join('')
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:0;background:#f6f4ed">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f4ed"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#fffefb;border:1px solid ${line};border-radius:12px">
<tr><td style="padding:20px 24px 0;${font};font-size:18px;font-weight:700;color:${green}">Sao Làng</td></tr>
<tr><td style="padding:12px 24px 4px;${font};font-size:16px;line-height:1.55;color:${ink}">
<h1 style="margin:0 0 12px;font-size:20px;line-height:1.35">${escaped(subject)}</h1>
${body}${items.map(item).join('')}${action ? button(action) : ''}
</td></tr>
<tr><td style="padding:14px 24px 20px;border-top:1px solid ${line};${font};font-size:14px;line-height:1.5;color:${quiet}">${escaped(footer.text)} <a href="${escaped(footer.href)}" style="color:${green}">${escaped(footer.label)}</a></td></tr>
</table></td></tr></table></body></html>
`
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 12px">${escaped(text)}</p>`
}

function item({ title, text, href }: { title: string; text?: string; href: string }): string {
  const more = text ? `<br><span style="color:${quiet};font-size:15px">${escaped(text)}</span>` : ''
  return `<p style="margin:0;padding:10px 0;border-top:1px solid ${line}"><a href="${escaped(href)}" style="color:${green};font-weight:600;text-decoration:none">${escaped(title)}</a>${more}</p>`
}

function button({ label, href }: { label: string; href: string }): string {
  return `<p style="margin:16px 0 18px"><a href="${escaped(href)}" style="display:inline-block;background:${green};color:#ffffff;padding:12px 20px;border-radius:8px;font-weight:600;text-decoration:none">${escaped(label)}</a></p>`
}

function escaped(text: string): string {
  const signs: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}
