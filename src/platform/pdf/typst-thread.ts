import type { Worker } from 'node:worker_threads'
import { startWorker } from '#platform/assets/worker-url.ts'
import { documentFonts } from './document-fonts.ts'
import { countTemplates, readSources } from './template-registry.ts'
import type { TypstAnswer, TypstOrder, TypstStart } from './typst-messages.ts'

// What the compiler caches grows slowly: a fresh thread now and then keeps the memory flat.
const documentsPerThread = 500
const timeLimit = 20_000

interface Thread {
  worker: Worker
  drawn: number
  templates: number
}

let thread: Thread | null = null
let turn: Promise<unknown> = Promise.resolve()

/** Draws documents one after the other in a thread of its own, so that the server goes on answering meanwhile. */
export function drawInTurn(order: TypstOrder): Promise<Uint8Array> {
  const drawn = turn.then(() => draw(order))
  turn = drawn.catch(() => {})
  return drawn
}

/** Ends the drawing thread; the next document starts another. */
export async function stopDrawing(): Promise<void> {
  const stopped = thread
  thread = null
  await stopped?.worker.terminate()
}

async function draw(order: TypstOrder): Promise<Uint8Array> {
  const current = await readyThread()
  current.drawn += 1
  current.worker.ref()
  try {
    const answer = await answerOf(current.worker, order)
    if ('fault' in answer) throw new Error(`${order.template} cannot be drawn: ${answer.fault}`)
    return answer.pdf
  } finally {
    current.worker.unref()
  }
}

async function readyThread(): Promise<Thread> {
  const spent = thread && (thread.drawn >= documentsPerThread || thread.templates !== countTemplates())
  if (spent) await stopDrawing()
  thread ??= startThread()
  return thread
}

function startThread(): Thread {
  const workerData: TypstStart = { fonts: documentFonts(), sources: readSources() }
  const started = {
    worker: startWorker('pdf/typst-worker', { workerData }),
    drawn: 0,
    templates: countTemplates(),
  }
  const forget = () => {
    if (thread === started) thread = null
  }
  // A crash is reported to whoever waits for the document; without a listener it would end the whole program.
  started.worker.on('error', forget)
  started.worker.on('exit', forget)
  started.worker.unref()
  return started
}

function answerOf(worker: Worker, order: TypstOrder): Promise<TypstAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      clearTimeout(timer)
      worker.off('message', answered).off('error', failed).off('exit', ended)
      end()
    }
    const answered = (answer: TypstAnswer) => settle(() => resolve(answer))
    const failed = (thrown: Error) => settle(() => reject(thrown))
    const ended = () => failed(new Error(`the drawing thread ended while it drew ${order.template}`))
    const timer = setTimeout(() => {
      // Native code cannot be interrupted: the thread is given up and ends when it comes back to JavaScript.
      if (thread?.worker === worker) thread = null
      void worker.terminate()
      failed(new Error(`${order.template} took longer than ${timeLimit / 1000} s to draw`))
    }, timeLimit)
    worker.on('message', answered).on('error', failed).on('exit', ended)
    worker.postMessage(order)
  })
}
