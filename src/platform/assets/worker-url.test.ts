import { once } from 'node:events'
import { expect, test } from 'vitest'
import { startWorker, workerUrl } from './worker-url.ts'

test('a worker is found beside the source when the program runs from source', () => {
  expect(workerUrl('db/pglite-worker').pathname).toMatch(/\/src\/platform\/db\/pglite-worker\.ts$/)
})

test('a worker written in TypeScript starts from source, with the imports of the project', async () => {
  const worker = startWorker('assets/echo-worker', { workerData: 'chào' })
  const [message] = await once(worker, 'message')
  expect(message).toEqual({ echo: 'chào', idLength: 36 })
  await worker.terminate()
})
