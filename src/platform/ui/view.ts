import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type Actor, nobody } from '#platform/ctx.ts'
import en from '#platform/text/en.json' with { type: 'json' }
import type { Locale } from '#platform/text/format.ts'
import { registerText, type Translate, translator } from '#platform/text/translator.ts'
import vi from '#platform/text/vi.json' with { type: 'json' }

export { showMoney, showNumber, showPercent, showScore, showSize } from '#platform/text/format.ts'

registerText('platform', { vi, en })

/** A place of work in the sidebar. `count` is what waits there; `short` is its name in the phone's bottom bar. */
export interface NavItem {
  href: string
  label: string
  icon: string
  /** What it is for, by which long sidebars are divided: `platform:nav.group.<group>`. */
  group?: string | undefined
  short?: string | undefined
  count?: number | undefined
  current?: boolean | undefined
}

/** What happened just now, said once at the head of the next page. */
export interface Notice {
  tone: 'info' | 'success' | 'warning' | 'error'
  text: string
}

/** What every component may know about the request it is drawn for. */
export interface View {
  t: Translate
  locale: Locale
  /** Path and query of this page, where the language switch comes back to. */
  path: string
  actor: Actor
  now: Date
  /** Whether this installation shows demonstration data. */
  demo: boolean
  nav: readonly NavItem[]
  unitName?: string | undefined
  roleName?: string | undefined
  notice?: Notice | undefined
  /** How many notices wait to be read, up to 100; undefined where nobody counted. */
  unread?: number | undefined
  /** The theme this person chose; without it the browser's wish decides. */
  theme?: 'tea' | 'tea-dark' | undefined
}

const ViewContext = createContext<View>({
  t: translator('vi'),
  locale: 'vi',
  path: '/',
  actor: nobody,
  now: new Date(0),
  demo: false,
  nav: [],
})

/** Gives every component below it the view of this request. */
export const ViewProvider = ViewContext.Provider

/** The view of the request that this component is drawn for. */
export function useView(): View {
  return useContext(ViewContext)
}
