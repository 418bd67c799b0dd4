import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Actor } from '#platform/ctx.ts'

export type Locale = 'vi' | 'en'
export type Translate = (key: string, values?: Record<string, unknown>) => string

export interface NavItem {
  href: string
  label: string
  icon: string
  count?: number
  current: boolean
}

/** What every component may know of the page it is on. */
export interface View {
  t: Translate
  locale: Locale
  /** Path and query of the page, for links that come back to it. */
  path: string
  actor: Actor
  now: Date
  /** Whether this installation is a demonstration, which every page says. */
  demo: boolean
  nav: readonly NavItem[]
  /** The unit that the person works for, shown above the navigation. */
  unitName?: string
  /** One sentence about what was just done, shown once. */
  notice?: string
}

export const ViewContext = createContext<View | null>(null)

export function useView(): View {
  const view = useContext(ViewContext)
  if (!view) throw new Error('a component was rendered outside of a page')
  return view
}
