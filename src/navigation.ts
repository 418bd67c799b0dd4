import type { Role } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { NavItem } from '#platform/ui/view.ts'

interface Place {
  href: string
  key: string
  icon: string
  roles: readonly Role[]
}

/** The places of work, in the order in which the sidebar shows them, and whose they are. */
const places: readonly Place[] = []

/** The places of work of this person; none for a visitor. */
export function navigationOf(actor: Actor, path: string, t: Translate): NavItem[] {
  const held = new Set(actor.holdings.map(({ role }) => role))
  return places
    .filter(({ roles }) => roles.some((role) => held.has(role)))
    .map(({ href, key, icon }) => ({
      href,
      icon,
      label: t(`platform:nav.${key}`),
      current: path === href || path.startsWith(`${href}/`),
    }))
}
