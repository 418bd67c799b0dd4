/**
 * On the page at which somebody signs in or has signed out: what pages kept in this browser for a person goes, so that
 * the next one at the device sees nothing of it. Caches are called `kept:…`; in the storage `kept:<person>:…` stays only
 * while it holds something that was not sent, which nobody but that person's own pages read.
 */
async function forgetKept(): Promise<void> {
  if ('caches' in window) {
    const names = (await caches.keys()).filter((name) => name.startsWith('kept'))
    await Promise.all(names.map((name) => caches.delete(name)))
  }
  const keys = Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place) ?? '')
  for (const key of keys.filter((one) => one.startsWith('kept:') && isSent(one))) localStorage.removeItem(key)
}

function isSent(key: string): boolean {
  try {
    const { pending = {}, handIn = false } = JSON.parse(localStorage.getItem(key) ?? '{}')
    return !handIn && Object.keys(pending).length === 0
  } catch {
    return true
  }
}

void forgetKept().catch(() => undefined)
