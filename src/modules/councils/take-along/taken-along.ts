import { personOfKey } from '../desk/kept-sheet.ts'

/** The pages and papers of one session that one person took along, as a cache of the browser. */
export function cacheName(personId: string, sessionId: string): string {
  return `kept:${personId}:session:${sessionId}`
}

/** Under this name the worker finds whose pages it may show. */
export const ownerAddress = '/sessions/owner'
export const ownerCache = 'kept-owner'

/** Whoever is at the desk now is the only one whose pages stay in this browser: those of others go. */
export async function ownKeptPages(personId: string): Promise<void> {
  if (!('caches' in window)) return
  const names = await caches.keys()
  const foreign = names.filter((name) => name.startsWith('kept:') && !name.startsWith(`kept:${personId}:`))
  await Promise.all(foreign.map((name) => caches.delete(name)))
  const owner = await caches.open(ownerCache)
  await owner.put(ownerAddress, new Response(personId))
}

/** A sheet that is in needs its papers here no more. */
export async function dropDossier(key: string, sheet: string): Promise<void> {
  if (!('caches' in window)) return
  const [, , , sessionId = ''] = key.split(':')
  const cache = await caches.open(cacheName(personOfKey(key), sessionId))
  const folder = sheet.replace(/sheet$/, '')
  const kept = await cache.keys()
  await Promise.all(
    kept.filter(({ url }) => new URL(url).pathname.startsWith(folder)).map((one) => cache.delete(one)),
  )
}
