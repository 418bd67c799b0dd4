import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { nobody } from '#platform/ctx.ts'
import { translator } from '#platform/text/translator.ts'
import { type View, ViewProvider } from './view.ts'

/** A view for tests: Vietnamese, a visitor, noon of 24/11/2026 in Vietnam, unless told otherwise. */
export function testView(over: Partial<View> = {}): View {
  return {
    t: translator(over.locale ?? 'vi'),
    locale: 'vi',
    path: '/',
    actor: nobody,
    now: new Date('2026-11-24T05:00:00Z'),
    demo: false,
    nav: [],
    ...over,
  }
}

/** The HTML of an element, drawn as a page would draw it. */
export function drawn(element: ComponentChildren, over: Partial<View> = {}): string {
  return render(<ViewProvider value={testView(over)}>{element}</ViewProvider>)
}

/** What a person reads, marks for screen readers included, with single spaces. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
