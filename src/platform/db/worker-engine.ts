import { once } from 'node:events'
import { startWorker } from '#platform/assets/worker-url.ts'
import type { Engine, EngineOptions } from './pglite-engine.ts'

/** The engine in a thread of its own: however long a query runs, the web server goes on answering. */
export async function openWorkerEngine(options: EngineOptions): Promise<Engine> {
  const worker = startWorker('db/pglite-worker', { workerData: options })
  const waiting: ((answer: Uint8Array) => void)[] = []
  await once(worker, 'message')
  worker.on('message', (answer: Uint8Array | 'closed') => {
    if (answer !== 'closed') waiting.shift()?.(answer)
  })
  // Without its database the program can only end: whoever supervises it starts it again.
  worker.on('error', (error) => {
    throw error
  })
  return {
    exchange: (message) =>
      new Promise((resolve) => {
        waiting.push(resolve)
        worker.postMessage(message)
      }),
    dump: () => Promise.reject(new Error('a database in a worker is not dumped')),
    close: async () => {
      worker.postMessage('close')
      await once(worker, 'message')
      await worker.terminate()
    },
  }
}
