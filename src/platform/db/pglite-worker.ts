import { parentPort, workerData } from 'node:worker_threads'
import { type EngineOptions, openEngine } from './pglite-engine.ts'

const port = parentPort
if (!port) throw new Error('pglite-worker runs only as a worker thread')

// The engine answers one exchange at a time and in order; the other side counts on it.
const engine = await openEngine(workerData as EngineOptions)
let queue: Promise<unknown> = Promise.resolve()

port.on('message', (message: Uint8Array | 'close') => {
  queue = queue.then(async () => {
    if (message === 'close') {
      await engine.close()
      port.postMessage('closed')
      return
    }
    const answer = await engine.exchange(message)
    port.postMessage(answer)
  })
})
port.postMessage('open')
