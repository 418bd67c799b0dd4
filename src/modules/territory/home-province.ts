import type { Actor } from '#platform/ctx.ts'

/** Sơn La, where the programme is at home. */
const sonLa = 'vn/14'

/** The path of the province in which the actor works; a visitor, and one who works for the whole country, sees Sơn La. */
export function provincePathOf(actor: Actor): string {
  const places = actor.holdings.map(({ unitPath }) => unitPath.split('/').slice(0, 2).join('/'))
  return places.find((path) => path.includes('/')) ?? sonLa
}
