import { fill } from '../desk/desk-data.ts'
import { listUnsent } from '../desk/kept-sheet.ts'
import type { TakeAlongData } from '../take-along/take-along-data.ts'
import { takeFiles } from '../take-along/take-files.ts'
import { cacheName, ownKeptPages } from '../take-along/taken-along.ts'
import { tellUnsent } from '../take-along/tell-unsent.ts'

const given = document.getElementById('take-along-data')?.textContent
const box = document.getElementById('take-along')
if (given && box) void begin(JSON.parse(given), box)

async function begin(data: TakeAlongData, box: HTMLElement): Promise<void> {
  const { words, personId } = data
  const part = <Kind extends HTMLElement>(name: string) => box.querySelector<Kind>(`[data-${name}]`)
  const says = (sentence: string) => {
    const said = part('said')
    if (said) said.textContent = sentence
  }
  box.hidden = false
  await tellUnsent(personId, words)
  addEventListener('online', () => void tellUnsent(personId, words))
  const take = part<HTMLButtonElement>('take')
  const drop = part<HTMLButtonElement>('drop')
  const progress = part<HTMLProgressElement>('progress')
  if (!('serviceWorker' in navigator && 'caches' in window) || !take || !drop || !progress) {
    if (take) take.hidden = true
    says(words.unsupported ?? '')
    return
  }
  await ownKeptPages(personId)
  const name = cacheName(personId, data.sessionId)
  if (data.isClosed) await caches.delete(name)
  const refresh = async () => {
    const isHere = await caches.has(name)
    take.textContent = (isHere ? words.again : words.take) ?? ''
    drop.hidden = !isHere
    await showKept(data, name)
  }
  await refresh()
  drop.addEventListener('click', async () => {
    await caches.delete(name)
    says(words.dropped ?? '')
    await refresh()
  })
  take.addEventListener('click', async () => {
    take.disabled = true
    progress.hidden = false
    await navigator.serviceWorker.register(data.worker, { scope: '/sessions/' })
    const { done, all, bytes } = await takeFiles(data, name, (at) => {
      progress.max = at.all
      progress.value = at.done
      says(fill(words.taking, { done: at.done, all: at.all, size: megabytes(at.bytes) }))
    })
    const facts = { done, all, lack: all - done, size: megabytes(bytes) }
    says(fill(done < all ? words.partly : words.taken, facts))
    progress.hidden = true
    take.disabled = false
    await refresh()
  })
}

/** Beside each sheet: whether it is on this device, and what of it waits. */
async function showKept(data: TakeAlongData, name: string): Promise<void> {
  const cache = (await caches.has(name)) ? await caches.open(name) : null
  for (const one of data.sheets) {
    const place = document.querySelector(`[data-sheet="${one.sheet}"]`)
    const kept = await keptWord(one, cache)
    if (place) place.textContent = [data.words[kept], ...unsentWords(data, one.key)].join(', ')
  }
}

async function keptWord(
  { sheet, papers }: TakeAlongData['sheets'][number],
  cache: Cache | null,
): Promise<string> {
  if (!cache || !(await cache.match(sheet))) return 'not_kept'
  const here = await Promise.all(papers.map((paper) => cache.match(paper)))
  return here.every(Boolean) ? 'kept' : 'kept_partly'
}

function unsentWords({ words, personId }: TakeAlongData, key: string): string[] {
  const kept = listUnsent(localStorage, personId).find((one) => one.key === key)?.kept
  if (!kept) return []
  const count = Object.keys(kept.pending).length
  return [
    ...(count > 0 ? [fill(words.unsent, { count })] : []),
    ...(kept.handIn ? [words.hand_in_waits ?? ''] : []),
  ]
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
