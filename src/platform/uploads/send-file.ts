/** How a file ended: here under its id, refused in words (which may be lacking), or given up by who sent it. */
export type End = { is: 'sent'; id: string } | { is: 'refused'; why: string } | { is: 'given_up' }

interface SendOptions {
  signal: AbortSignal
  onProgress: (sent: number, isWaiting: boolean) => void
  /** Bytes in one request. */
  piece?: number
  /** Waits between attempts; asked for the milliseconds, ends sooner when the line is back. */
  pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

const tus = { 'tus-resumable': '1.0.0' }
const longestPause = 30_000

/**
 * Sends a file piece by piece to `/uploads` (tus 1.0). A lost line or a busy server is waited for, longer each time, and
 * the file goes on from what has arrived; so it does when the same file is chosen again after the page was left.
 */
export async function sendFile(file: File, options: SendOptions): Promise<End> {
  const { signal, onProgress, piece = 512 * 1024, pause = pauseOrLine } = options
  const key = `upload:${file.name}:${file.size}:${file.lastModified}`
  let at: Standing = { address: remembered(key), offset: -1 }
  let failures = 0
  while (!signal.aborted) {
    const step = await nextStep({ file, at, piece, signal }).catch(() => null)
    if (signal.aborted) break
    if (step === null) {
      onProgress(Math.max(0, at.offset), true)
      // What has arrived is asked for anew: the answer may be what was lost.
      at = { ...at, offset: -1 }
      await pause(Math.min(longestPause, 1000 * 2 ** failures), signal)
      failures += 1
      continue
    }
    if ('why' in step) return refused(key, step.why)
    failures = 0
    at = step
    remember(key, at.address)
    onProgress(Math.max(0, at.offset), false)
    if (at.address && at.offset === file.size) return { is: 'sent', id: at.address.split('/').at(-1) ?? '' }
  }
  return giveUp(key, at.address)
}

function refused(key: string, why: string): End {
  forget(key)
  return { is: 'refused', why }
}

async function giveUp(key: string, address: string | null): Promise<End> {
  forget(key)
  if (address) await fetch(address, { method: 'DELETE', headers: tus }).catch(() => undefined)
  return { is: 'given_up' }
}

interface Standing {
  /** Where the file is being received; null before it was announced. */
  address: string | null
  /** How much is there; -1 when that has to be asked. */
  offset: number
}

/** One request: announce the file, ask how much is there, or send the next piece. @throws Error to try again */
async function nextStep({
  file,
  at: { address, offset },
  piece,
  signal,
}: {
  file: File
  at: Standing
  piece: number
  signal: AbortSignal
}): Promise<Standing | { why: string }> {
  if (!address) {
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)))
    const headers = { ...tus, 'upload-length': String(file.size), 'upload-metadata': `filename ${name}` }
    const answer = await fetch('/uploads', { method: 'POST', headers, signal })
    if (answer.status === 201) return { address: answer.headers.get('location'), offset: 0 }
    return refusal(answer)
  }
  if (offset < 0) {
    const answer = await fetch(address, { method: 'HEAD', headers: tus, signal })
    if (answer.status === 404) return { address: null, offset: 0 }
    if (!answer.ok) return refusal(answer)
    return { address, offset: Number(answer.headers.get('upload-offset')) }
  }
  const headers = {
    ...tus,
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  }
  const body = file.slice(offset, offset + piece)
  const answer = await fetch(address, { method: 'PATCH', headers, body, signal })
  if (answer.status === 204) return { address, offset: Number(answer.headers.get('upload-offset')) }
  if (answer.status === 409) return { address, offset: -1 }
  if (answer.status === 404) return { address: null, offset: 0 }
  return refusal(answer)
}

/** What the server will say again however often it is asked; everything else is tried again. */
async function refusal(answer: Response): Promise<{ why: string }> {
  if (answer.status >= 500 || answer.status === 429) throw new Error(`status ${answer.status}`)
  const isText = answer.headers.get('content-type')?.startsWith('text/plain')
  return { why: isText ? await answer.text() : '' }
}

function pauseOrLine(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    addEventListener('online', end)
    signal.addEventListener('abort', end, { once: true })
  })
}

/** A browser may forbid keeping anything: then a file starts anew after the page was left. */
function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function remember(key: string, address: string | null): void {
  try {
    if (address) localStorage.setItem(key, address)
  } catch {}
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {}
}
