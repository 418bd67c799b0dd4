import type { TakeAlongData } from './take-along-data.ts'

export interface Taken {
  done: number
  all: number
  bytes: number
}

/** The most that one session may take of a device. */
const mostBytes = 300 * 1024 * 1024

/**
 * Keeps the pages of a session, what they are built of, and the papers, one after the other: pages first, so that a line
 * that is lost on the way leaves sheets that can be scored. Sheets that are in are not taken.
 */
export async function takeFiles(
  { page, sheets }: Pick<TakeAlongData, 'page' | 'sheets'>,
  name: string,
  tell: (taken: Taken) => void,
): Promise<Taken> {
  const cache = await caches.open(name)
  const open = sheets.filter(({ isHandedIn }) => !isHandedIn)
  const pages = [page, ...open.map(({ sheet }) => sheet)]
  const papers = open.flatMap((sheet) => sheet.papers)
  const room = Math.min(mostBytes, await roomLeft())
  const waiting = [...pages, ...papers]
  const seen = new Set(waiting)
  const taken: Taken = { done: 0, all: waiting.length, bytes: 0 }
  for (let address = waiting.shift(); address; address = waiting.shift()) {
    tell(taken)
    const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => null)
    if (!answer?.ok || answer.redirected) continue
    const body = await answer.blob()
    if (taken.bytes + body.size > room) continue
    await cache.put(address, new Response(body, { headers: answer.headers }))
    taken.done += 1
    taken.bytes += body.size
    const found = isBuilt(address, pages) ? partsIn(await body.text(), address) : []
    const more = found.filter((one) => !seen.has(one))
    for (const one of more) seen.add(one)
    // Before the papers: a page without its looks and its script cannot be scored.
    waiting.unshift(...more)
    taken.all += more.length
  }
  tell(taken)
  return taken
}

function isBuilt(address: string, pages: readonly string[]): boolean {
  return pages.includes(address) || /\.(css|js)$/.test(address)
}

/** The built files that a page, a stylesheet or a script asks for. */
function partsIn(text: string, address: string): string[] {
  const whole = [...text.matchAll(/\/assets\/[\w.-]+\.(?:css|js|woff2)/g)].map(([found]) => found)
  if (!address.startsWith('/assets/')) return whole
  const beside = [...text.matchAll(/["'](?:\.\/)([\w.-]+\.js)["']/g)].map(([, found]) => `/assets/${found}`)
  return [...whole, ...beside]
}

async function roomLeft(): Promise<number> {
  const { quota = mostBytes, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {}
  // Half of what is left: the device has other things to keep.
  return (quota - usage) / 2
}
