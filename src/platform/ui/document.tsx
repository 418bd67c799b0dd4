import type { ComponentChildren } from 'preact'
import { asset } from '#platform/assets/assets.ts'
import { useView } from './view.ts'

export interface DocumentProps {
  title: string
  description?: string | undefined
  /** The one address under which search engines should know this page. */
  canonical?: string | undefined
  /** What search engines may not do with the page, in their own words: `noarchive`. */
  robots?: string | undefined
  /** A picture for those who share the page. */
  image?: string | undefined
  /** What the page is about, in schema.org's words. */
  jsonLd?: unknown
  /** After how many seconds a browser without JavaScript asks for the page again. */
  refresh?: number | undefined
  bodyClass: string
  children: ComponentChildren
}

/** The whole document: its head, the theme that the person chose, and the skip link. */
export function Document({
  title,
  description,
  canonical,
  robots,
  image,
  jsonLd,
  refresh,
  bodyClass,
  children,
}: DocumentProps) {
  const { t, locale, theme } = useView()
  const fullTitle = title === t('platform:name') ? title : `${title} · ${t('platform:name')}`
  return (
    <html lang={locale} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{fullTitle}</title>
        {description && <meta name="description" content={description} />}
        {canonical && <link rel="canonical" href={canonical} />}
        {robots && <meta name="robots" content={robots} />}
        <meta property="og:title" content={fullTitle} />
        {description && <meta property="og:description" content={description} />}
        {image && <meta property="og:image" content={image} />}
        <link rel="stylesheet" href={asset('app.css')} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        {refresh !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(refresh)} />
          </noscript>
        )}
        {jsonLd !== undefined && <JsonLd data={jsonLd} />}
      </head>
      <body class={bodyClass}>
        <a href="#main" class="skip">
          {t('platform:skip')}
        </a>
        {children}
      </body>
    </html>
  )
}

function JsonLd({ data }: { data: unknown }) {
  // A `<` inside a text could close the script element: it is written so that it cannot.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
