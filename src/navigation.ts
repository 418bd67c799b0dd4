import { type Role, roles } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { NavItem } from '#platform/ui/view.ts'

/** Somebody invited as a producer who has not registered one yet. */
type Newcomer = 'newcomer'

interface Place {
  href: string
  key: string
  icon: string
  /** Its own short name in the phone's bottom bar. */
  short?: true
  /** Pages elsewhere that belong to it. */
  also?: RegExp
  roles: readonly (Role | Newcomer)[]
}

/** The places of work, by what they are for, in the order in which the sidebar shows them, and whose they are. */
const places: Readonly<Record<'work' | 'records' | 'set_up', readonly Place[]>> = {
  work: [
    { href: '/work', key: 'home_of_work', icon: 'house', roles },
    { href: '/inbox', key: 'inbox', icon: 'inbox', roles: ['commune_officer'] },
    {
      href: '/desk',
      key: 'desk',
      icon: 'layout-dashboard',
      roles: ['province_officer', 'advisory', 'auditor'],
    },
    { href: '/my-scoring', key: 'scoring', icon: 'clipboard-check', short: true, roles: ['chair', 'member'] },
    {
      href: '/decisions',
      key: 'decisions',
      icon: 'stamp',
      roles: ['leader', 'central_officer', 'province_officer'],
    },
    {
      href: '/councils',
      key: 'councils',
      icon: 'users-round',
      roles: ['province_officer', 'secretary', 'chair', 'auditor'],
    },
    {
      href: '/rounds',
      key: 'rounds',
      icon: 'calendar-days',
      short: true,
      roles: ['province_officer', 'commune_officer', 'advisory', 'leader', 'auditor'],
    },
    { href: '/producers/new', key: 'register_producer', icon: 'store', roles: ['newcomer'] },
    { href: '/dossiers', key: 'dossiers', icon: 'folder-open', short: true, roles: ['producer'] },
    {
      href: '/vault',
      key: 'vault',
      icon: 'archive',
      also: /^\/producers\/[^/]+\/papers/,
      roles: ['producer'],
    },
    { href: '/portfolio', key: 'portfolio', icon: 'briefcase-business', roles: ['consultant'] },
    { href: '/counter', key: 'counter', icon: 'hand-helping', short: true, roles: ['commune_officer'] },
    {
      href: '/appraisals',
      key: 'appraisals',
      icon: 'clipboard-list',
      roles: ['advisory', 'province_officer', 'auditor'],
    },
    {
      href: '/samples',
      key: 'samples',
      icon: 'package-check',
      short: true,
      roles: ['advisory', 'province_officer', 'auditor'],
    },
  ],
  records: [
    {
      href: '/products',
      key: 'own_products',
      icon: 'package',
      roles: ['producer', 'commune_officer', 'province_officer'],
    },
    {
      href: '/buyer-packs',
      key: 'buyer_packs',
      icon: 'package-open',
      also: /^\/producers\/[^/]+\/buyer-packs/,
      roles: ['producer'],
    },
    {
      href: '/producers',
      key: 'producers',
      icon: 'store',
      roles: ['commune_officer', 'province_officer', 'auditor'],
    },
    {
      href: '/certificates',
      key: 'certificates',
      icon: 'award',
      roles: ['leader', 'province_officer', 'commune_officer', 'central_officer', 'inspector', 'auditor'],
    },
    {
      href: '/plans',
      key: 'plans',
      icon: 'lightbulb',
      roles: ['producer', 'commune_officer', 'province_officer', 'leader', 'advisory', 'auditor'],
    },
    { href: '/mandates', key: 'mandates', icon: 'handshake', roles: ['producer', 'consultant'] },
    {
      href: '/consultants',
      key: 'consultants',
      icon: 'graduation-cap',
      roles: ['province_officer', 'auditor'],
    },
  ],
  set_up: [
    {
      href: '/guidance',
      key: 'guidance',
      icon: 'signpost',
      roles: ['commune_officer', 'province_officer', 'leader', 'advisory', 'auditor'],
    },
    {
      href: '/imports',
      key: 'imports',
      icon: 'file-up',
      short: true,
      roles: ['province_officer', 'administrator'],
    },
    {
      href: '/invitations',
      key: 'invitations',
      icon: 'user-plus',
      roles: ['administrator', 'province_officer', 'commune_officer'],
    },
    { href: '/admin/people', key: 'people', icon: 'user-cog', roles: ['administrator', 'auditor'] },
    {
      href: '/admin/criteria-sets',
      key: 'criteria_sets',
      icon: 'scale',
      roles: ['administrator', 'auditor'],
    },
    { href: '/recompute', key: 'recompute', icon: 'calculator', roles: ['administrator', 'auditor'] },
    { href: '/admin/outbox', key: 'outbox', icon: 'mails', roles: ['administrator'] },
  ],
}

/** The places of work of this person; none for a visitor. */
export function navigationOf(
  actor: Actor,
  { path, t, counts }: { path: string; t: Translate; counts: Readonly<Record<string, number>> },
): NavItem[] {
  const held = new Set(
    actor.holdings.map(({ role, producerId }) => (role === 'producer' && !producerId ? 'newcomer' : role)),
  )
  return Object.entries(places)
    .flatMap(([group, ones]) => ones.map((place) => ({ ...place, group })))
    .filter(({ roles }) => roles.some((role) => held.has(role)))
    .map(({ href, key, icon, short, also, group }) => ({
      group,
      href,
      icon,
      label: t(`platform:nav.${key}`),
      ...(short ? { short: t(`platform:nav.short.${key}`) } : {}),
      count: counts[href],
      current: path === href || path.startsWith(`${href}/`) || (also?.test(path) ?? false),
    }))
}
