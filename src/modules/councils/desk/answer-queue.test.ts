import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answerQueue,
  type Change,
  type Confirmed,
  type HandInParts,
  type HandInReply,
  type Pending,
  type QueueParts,
  type Reply,
} from './answer-queue.ts'
import type { SaveState } from './desk-data.ts'

/** A server of one sheet, as `saveSheet` keeps it, behind a line that can lose either way. */
function sheetServer(line: (turn: number) => 'up' | 'lost' | 'answer lost' = () => 'up') {
  let sheet: Confirmed = { version: 0, answers: {}, notes: {} }
  let turn = 0
  const writes: string[] = []
  const write = (criterion: string, { options, note }: Change) => {
    sheet = {
      version: sheet.version + 1,
      answers: options ? { ...sheet.answers, [criterion]: options } : sheet.answers,
      notes: note === undefined ? sheet.notes : { ...sheet.notes, [criterion]: note },
    }
    writes.push(criterion)
  }
  const holds = (criterion: string, { options, note }: Change) =>
    (options === undefined || String(sheet.answers[criterion]) === String(options)) &&
    (note === undefined || sheet.notes[criterion] === note)
  let handedIn: Confirmed | null = null
  let arrivals = 0
  const handIn = async (version: number): Promise<HandInReply> => {
    turn += 1
    const fate = line(turn)
    if (fate === 'lost') return { is: 'unreachable' }
    if (handedIn === null && version !== sheet.version) return { is: 'changed', ...sheet }
    if (handedIn === null) arrivals += 1
    handedIn ??= sheet
    return fate === 'answer lost'
      ? { is: 'unreachable' }
      : { is: 'handed_in', at: '14:06:00', total: sheet.version }
  }
  const send = async (criterion: string, change: Change, version: number): Promise<Reply> => {
    turn += 1
    const fate = line(turn)
    if (fate === 'lost') return { is: 'unreachable' }
    const known = sheet.version > 0 && holds(criterion, change)
    if (!known && version !== sheet.version) return { is: 'changed', ...sheet }
    if (!known) write(criterion, change)
    return fate === 'answer lost'
      ? { is: 'unreachable' }
      : { is: 'saved', version: sheet.version, at: '14:05:32' }
  }
  return {
    send,
    handIn,
    write,
    writes,
    sheet: () => sheet,
    handedIn: () => handedIn,
    arrivals: () => arrivals,
  }
}

interface Server extends Pick<QueueParts, 'send'> {
  handIn?: HandInParts['send']
}

function desk(server: Server, start: Confirmed = { version: 0, answers: {}, notes: {} }) {
  let kept: Pending = {}
  const said: SaveState[] = []
  const asked: string[] = []
  const waiting: (() => void)[] = []
  const stopped: Confirmed[] = []
  let wanted = false
  const write = (pending: Pending) => {
    kept = pending
  }
  const handIn: HandInParts = {
    wanted: () => wanted,
    want: (now) => {
      wanted = now
    },
    send: server.handIn ?? (async () => ({ is: 'unreachable' })),
    stopped: (theirs) => stopped.push(theirs),
  }
  const parts: QueueParts = {
    send: server.send,
    store: { read: () => kept, write },
    handIn,
    tell: (save) => said.push(save),
    ask: (criterion) => asked.push(criterion),
    later: (_, work) => waiting.push(work),
  }
  const queue = answerQueue(parts, start)
  const settle = async () => {
    for (let turn = 0; turn < 200; turn += 1) {
      await Promise.resolve()
      if (turn % 10 === 9) waiting.shift()?.()
    }
  }
  return {
    queue,
    settle,
    said,
    asked,
    kept: () => kept,
    wanted: () => wanted,
    stopped,
    again: (from: Confirmed) => answerQueue(parts, from),
  }
}

test('each answer is sent on the version that the one before left', async () => {
  const server = sheetServer()
  const { queue, settle, said, kept } = desk(server)
  queue.put('1.1', { options: [2] })
  queue.put('1.2', { options: [1] })
  queue.put('1.1', { options: [3] })
  await settle()
  expect(server.sheet()).toEqual({ version: 3, answers: { '1.1': [3], '1.2': [1] }, notes: {} })
  expect(said.at(-1)).toEqual({ is: 'saved', at: '14:05:32' })
  expect(kept()).toEqual({})
})

test('what is answered without a line waits in the browser, and goes in when the page opens again', async () => {
  let up = false
  const server = sheetServer(() => (up ? 'up' : 'lost'))
  const first = desk(server)
  first.queue.put('1.1', { options: [2] })
  first.queue.put('1.2', { note: 'chờ' })
  await first.settle()
  expect(first.said.at(-1)).toEqual({ is: 'waiting', count: 2 })
  expect(Object.keys(first.kept())).toEqual(['1.1', '1.2'])
  up = true
  first.again({ version: 0, answers: {}, notes: {} }).retry()
  await first.settle()
  expect(server.sheet()).toMatchObject({ answers: { '1.1': [2] }, notes: { '1.2': 'chờ' } })
})

test('an answer that was written though its reply was lost is not written twice', async () => {
  const server = sheetServer((turn) => (turn === 1 ? 'answer lost' : 'up'))
  const { queue, settle } = desk(server)
  queue.put('1.1', { options: [2] })
  await settle()
  expect(server.writes).toEqual(['1.1'])
})

test('a sheet that moved on elsewhere is followed; only the same criterion asks', async () => {
  const server = sheetServer()
  const { queue, settle, asked, said } = desk(server)
  server.write('2.1', { options: [1] })
  queue.put('1.1', { options: [2] })
  await settle()
  expect([asked, server.sheet().answers]).toEqual([[], { '2.1': [1], '1.1': [2] }])

  server.write('1.1', { options: [3] })
  queue.put('1.1', { options: [1] })
  await settle()
  expect(asked).toEqual(['1.1'])
  queue.resolve('mine')
  await settle()
  expect(server.sheet().answers['1.1']).toEqual([1])

  server.write('1.1', { options: [2] })
  queue.put('1.1', { options: [3] })
  await settle()
  queue.resolve('theirs')
  await settle()
  expect(server.sheet().answers['1.1']).toEqual([2])
  expect(said.at(-1)?.is).not.toBe('waiting')
})

test('a refusal stops the queue and keeps what was answered', async () => {
  const { queue, settle, said, kept } = desk({ send: async () => ({ is: 'refused', why: 'Phiếu đã nộp' }) })
  queue.put('1.1', { options: [2] })
  await settle()
  expect(said.at(-1)).toEqual({ is: 'refused', why: 'Phiếu đã nộp' })
  expect(kept()).toEqual({ '1.1': { options: [2] } })
})

test('whatever the line does, in the end the server holds the last answer to each criterion', async () => {
  const answers = fc.array(fc.tuple(fc.constantFrom('1.1', '1.2', '2.1'), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    maxLength: 12,
  })
  const fates = fc.array(fc.constantFrom('up' as const, 'lost' as const, 'answer lost' as const), {
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(answers, fates, async (given, line) => {
      const server = sheetServer((turn) => line[turn - 1] ?? 'up')
      const { queue, settle, asked, kept } = desk(server)
      for (const [criterion, no] of given) {
        queue.put(criterion, { options: [no] })
        await Promise.resolve()
      }
      for (let turn = 0; turn < 3; turn += 1) await settle()
      const last = Object.fromEntries(given.map(([criterion, no]) => [criterion, [no]]))
      expect([asked, kept(), server.sheet().answers]).toEqual([[], {}, last])
    }),
    { numRuns: 200 },
  )
})

test('a sheet that is handed in without a line goes in when it is back: answers first, then the hand-in, once', async () => {
  let up = false
  const server = sheetServer(() => (up ? 'up' : 'lost'))
  const { queue, settle, said, wanted } = desk(server)
  queue.put('1.1', { options: [2] })
  queue.put('1.2', { options: [3] })
  queue.handIn()
  await settle()
  expect([wanted(), server.handedIn(), said.at(-1)]).toEqual([true, null, { is: 'waiting', count: 2 }])
  up = true
  await queue.retry()
  await settle()
  expect(server.handedIn()?.answers).toEqual({ '1.1': [2], '1.2': [3] })
  expect([wanted(), said.at(-1)]).toEqual([false, { is: 'handed_in', at: '14:06:00', total: 2 }])
  await queue.retry()
  expect(server.arrivals()).toBe(1)
})

test('a hand-in that had arrived though its answer was lost is understood as done', async () => {
  const server = sheetServer((turn) => (turn === 2 ? 'answer lost' : 'up'))
  const { queue, settle, said, wanted } = desk(server)
  queue.put('1.1', { options: [2] })
  queue.handIn()
  await settle()
  expect([server.arrivals(), wanted(), said.at(-1)?.is]).toEqual([1, false, 'handed_in'])
})

test('a sheet that moved on elsewhere is not handed in unseen: the member is shown it', async () => {
  const server = sheetServer()
  const { queue, settle, stopped, wanted } = desk(server)
  queue.put('1.1', { options: [2] })
  await settle()
  server.write('2.1', { options: [1] })
  queue.handIn()
  await settle()
  expect([server.arrivals(), wanted()]).toEqual([0, false])
  expect(stopped[0]?.answers).toEqual({ '1.1': [2], '2.1': [1] })
  queue.handIn()
  await settle()
  expect(server.arrivals()).toBe(1)
})

test('what the server refuses is told, and the answers stay', async () => {
  const why = 'Hồ sơ đã kết thúc chấm'
  const { queue, settle, said, kept, wanted } = desk({ send: async () => ({ is: 'refused', why }) })
  queue.put('1.1', { options: [2] })
  queue.handIn()
  await settle()
  expect([said.at(-1), Object.keys(kept()), wanted()]).toEqual([{ is: 'refused', why }, ['1.1'], true])
})

test('whatever the line does, a sheet is handed in once, with every answer given before', async () => {
  const fates = fc.array(fc.constantFrom('up' as const, 'lost' as const, 'answer lost' as const), {
    maxLength: 12,
  })
  const answers = fc.dictionary(fc.constantFrom('1.1', '1.2', '2.1'), fc.integer({ min: 1, max: 4 }), {
    minKeys: 1,
  })
  await fc.assert(
    fc.asyncProperty(answers, fates, async (given, line) => {
      const server = sheetServer((turn) => line[turn - 1] ?? 'up')
      const { queue, settle } = desk(server)
      const all = Object.fromEntries(Object.entries(given).map(([criterion, no]) => [criterion, [no]]))
      for (const [criterion, options] of Object.entries(all)) queue.put(criterion, { options })
      queue.handIn()
      for (let turn = 0; turn < 3; turn += 1) await settle()
      expect([server.arrivals(), server.handedIn()?.answers]).toEqual([1, all])
    }),
    { numRuns: 200 },
  )
})
