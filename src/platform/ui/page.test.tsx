import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { PublicPage, WorkPage } from './page.tsx'
import { ownPath, preferenceRoutes } from './preference-routes.ts'
import { drawn, wordsOf } from './testing.tsx'

const officer = { id: 'p1', name: 'Sùng A Tủa', holdings: [] }
const nav = [
  { href: '/inbox', label: 'Hộp hồ sơ', icon: 'inbox', count: 8, current: true },
  { href: '/products', label: 'Sản phẩm', icon: 'package' },
]

describe('a public page', () => {
  test('invites a visitor to sign in and marks where one is', () => {
    const html = drawn(<PublicPage title="Sản phẩm">x</PublicPage>, { path: '/san-pham?q=che' })
    expect(html).toContain('<title>Sản phẩm · Sao Làng</title>')
    expect(html).toContain('href="/sign-in"')
    expect(html).toMatch(/href="\/san-pham"[^>]*aria-current="page"/)
  })

  test('cannot be broken out of by the data it carries', () => {
    const html = drawn(
      <PublicPage title="x" jsonLd={{ name: '</script><b>' }}>
        x
      </PublicPage>,
    )
    expect(html).toContain('\\u003c/script>')
  })

  test('says that its data are a demonstration when they are', () => {
    expect(wordsOf(drawn(<PublicPage title="x">x</PublicPage>, { demo: true }))).toContain('Dữ liệu minh họa')
    expect(wordsOf(drawn(<PublicPage title="x">x</PublicPage>))).not.toContain('Dữ liệu minh họa')
  })
})

describe('a page of the workspace', () => {
  const html = drawn(
    <WorkPage title="Hộp hồ sơ" crumbs={[{ href: '/', label: 'Đợt 1' }, { label: 'Hộp hồ sơ' }]}>
      x
    </WorkPage>,
    { actor: officer, nav, notice: { tone: 'success', text: 'Đã chuyển.' } },
  )

  test('has one first heading, a skip link and a way to sign out', () => {
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('href="#main"')
    expect(html).toContain('action="/sign-out"')
  })

  test('says who is signed in and what happened just now', () => {
    expect(wordsOf(html)).toContain('Sùng A Tủa')
    expect(html).toContain('role="status"')
  })
})

describe('the way back after a choice', () => {
  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
    null,
    '/a b',
  ])('is the first page instead of %s', (back) => expect(ownPath(back)).toBe('/'))

  test('is the page one came from, its query kept', () => {
    expect(ownPath('/san-pham?sao=4&q=ch%C3%A8')).toBe('/san-pham?sao=4&q=ch%C3%A8')
  })

  test('a language that is not spoken is not remembered', async () => {
    const post = (to: string) =>
      preferenceRoutes.request('/language', { method: 'POST', body: new URLSearchParams({ to, back: '/x' }) })
    expect((await post('en')).headers.get('set-cookie')).toContain('language=en')
    expect((await post('fr')).headers.get('set-cookie')).toBeNull()
    expect((await post('fr')).headers.get('location')).toBe('/x')
  })
})

test('every icon that the code names is in the icon set', () => {
  const src = fileURLToPath(new URL('../../', import.meta.url))
  const require = createRequire(import.meta.url)
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx$/.test(file))
  const names = files.flatMap((file) =>
    [...readFileSync(`${src}${file}`, 'utf8').matchAll(/(?:<Icon name|\bicon(?:End)?)="([\w-]+)"/g)].map(
      (found) => found[1],
    ),
  )
  const missing = new Set(
    names.filter((name) => !exists(() => require.resolve(`lucide-static/icons/${name}.svg`))),
  )
  expect([...missing]).toEqual([])
})

function exists(find: () => unknown): boolean {
  try {
    find()
    return true
  } catch {
    return false
  }
}
