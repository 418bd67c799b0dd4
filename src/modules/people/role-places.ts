import type { Actor } from '#platform/ctx.ts'
import { type Role, roles } from './holds.ts'

/** The level of unit that a path names: `vn` the centre, `vn/14` a province, `vn/14/03868` a commune. */
export type Level = 'country' | 'province' | 'commune'

const levels: readonly Level[] = ['country', 'province', 'commune']

/** The levels at which a role is held. A council sits at the province or the centre; a producer lives in a commune. */
const placesOf: Record<Role, readonly Level[]> = {
  producer: ['commune'],
  commune_officer: ['commune'],
  province_officer: ['province'],
  chair: ['province', 'country'],
  secretary: ['province', 'country'],
  member: ['province', 'country'],
  advisory: levels,
  leader: levels,
  central_officer: ['country'],
  inspector: levels,
  consultant: levels,
  administrator: levels,
  auditor: levels,
}

const unitPath = /^vn(\/\d{2}(\/\d{5})?)?$/

/** The level of a unit path, or null when the text is not one. */
export function levelOf(path: string): Level | null {
  if (!unitPath.test(path)) return null
  return levels[path.split('/').length - 1] ?? null
}

/** Whether the role exists at the level of that unit: a commune officer serves a commune, not a province. */
export function roleFits(role: Role, path: string): boolean {
  const level = levelOf(path)
  return level !== null && placesOf[role].includes(level)
}

/** The code of the unit that a path ends in. */
export function unitIdOf(path: string): string {
  return path.split('/').at(-1) ?? path
}

/** Everybody but producers works for the programme, and is held to a second factor and to shorter sessions. */
export const workspaceRoles: readonly Role[] = roles.filter((role) => role !== 'producer')

/** Whether the actor holds any role of the workspace, anywhere. */
export function worksHere(actor: Pick<Actor, 'holdings'>): boolean {
  return actor.holdings.some(({ role }) => role !== 'producer')
}

/** Whether a text names a role of the programme. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}
