import { Hono } from 'hono'
import { answerPage } from '#modules/recognition/index.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { Env } from '#platform/http/env.ts'
import type { CatalogueTables } from './catalogue-tables.ts'
import { listAddresses } from './home-store.ts'

const pages = ['/', '/san-pham', '/kiem-tra', '/thong-ke', '/bo-tieu-chi', '/tu-van']

/** What search engines read: the addresses of the public pages, and which others are none of theirs. */
export const sitemapRoutes = new Hono<Env>()

sitemapRoutes.get('/sitemap.xml', (c) => {
  const ctx: Ctx<CatalogueTables> = c.get('ctx')
  return answerPage(
    c,
    async () => {
      const { products, producers } = await listAddresses(ctx.db)
      const paths = [
        ...pages,
        ...products.map((slug) => `/san-pham/${slug}`),
        ...producers.map((id) => `/chu-the/${id}`),
      ]
      const urls = paths.map((path) => `<url><loc>${xml(c.get('origin') + path)}</loc></url>`)
      return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`
    },
    'application/xml; charset=UTF-8',
  )
})

// A truth page says what counts at the moment it is opened: it names the product's page as the one to be found and
// forbids copies by itself, which engines only learn where they may read it. What lies below it is none of theirs.
sitemapRoutes.get('/robots.txt', (c) =>
  c.text(`User-agent: *
Disallow: /v/*/
Disallow: /san-pham?
Disallow: /sign-in
Disallow: /work
Sitemap: ${c.get('origin')}/sitemap.xml
`),
)

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
