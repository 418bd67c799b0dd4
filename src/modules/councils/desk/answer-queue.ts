import { sameOptions } from '../siblings/carried-mark.ts'
import type { SaveState } from './desk-data.ts'

/** What a member changed at one criterion and the server has not confirmed. */
export interface Change {
  options?: readonly number[]
  note?: string
  /** The member's own sheet from which the answer was taken over; null once it is an answer of its own. */
  carried?: string | null
  /** Why the answer is another than in the round before. */
  reason?: string
}
export type Pending = Readonly<Record<string, Change>>

/** The sheet as the server last told it. */
export interface Confirmed {
  version: number
  answers: Readonly<Record<string, readonly number[]>>
  notes: Readonly<Record<string, string>>
  /** Why answers changed since the round before; what a browser kept of before has none. */
  reasons?: Readonly<Record<string, string>>
}

/** How the server answered a change; `unreachable` where nothing came back. */
export type Reply =
  | { is: 'saved'; version: number; at: string }
  | ({ is: 'changed' } & Confirmed)
  | { is: 'refused'; why: string }
  | { is: 'unreachable' }

/** How the server answered a hand-in. One that had arrived though its answer was lost is handed in. */
export type HandInReply =
  | { is: 'handed_in'; at: string; total: number }
  | ({ is: 'changed' } & Confirmed)
  | { is: 'refused'; why: string }
  | { is: 'unreachable' }

/** Handing in from the desk: wanted once, kept until it arrived, sent after every answer. */
export interface HandInParts {
  wanted(): boolean
  want(wanted: boolean): void
  send(version: number): Promise<HandInReply>
  /** The sheet moved on elsewhere: what goes in would not be what the member saw, so nothing is handed in. */
  stopped(theirs: Confirmed): void
}

export interface QueueParts {
  send(criterion: string, change: Change, version: number): Promise<Reply>
  /** Where changes wait when the browser is closed. */
  store: { read(): Pending; write(pending: Pending): void; keep?(confirmed: Confirmed): void }
  handIn?: HandInParts
  tell(save: SaveState): void
  /** Another window answered this criterion otherwise: the member decides. */
  ask(criterion: string, theirs: Change): void
  /** Called once after that many milliseconds. */
  later(milliseconds: number, work: () => void): void
}

export interface AnswerQueue {
  put(criterion: string, change: Change): void
  /** Tries now: the line is back, or the page has just opened. Settles when nothing more can be done for now. */
  retry(): Promise<void>
  /** Hands in once everything before it has arrived. */
  handIn(): void
  /** The member's word on a conflict. */
  resolve(keep: 'mine' | 'theirs'): void
  confirmed(): Confirmed
  pending(): Pending
}

const waits = [2_000, 5_000, 15_000, 30_000]

/**
 * Sends changes one after the other, each on the version that the one before left behind. What is not confirmed stays in
 * the browser and is sent again; the server writes an answer that it holds already no second time.
 */
export function answerQueue(parts: QueueParts, start: Confirmed): AnswerQueue {
  let confirmed = start
  const know = (next: Confirmed) => {
    confirmed = next
    parts.store.keep?.(next)
  }
  let pending: Pending = parts.store.read()
  let busy = false
  let stuck: string | null = null
  let failures = 0
  // Changes whose reply was lost: the server may hold one of them, and that is no other window's doing.
  let lost: { criterion: string; change: Change }[] = []

  const keep = (next: Pending) => {
    pending = next
    parts.store.write(next)
  }

  async function drain(): Promise<void> {
    if (busy || stuck !== null) return
    busy = true
    let goesOn = true
    while (goesOn) {
      const [criterion] = Object.keys(pending)
      goesOn = criterion === undefined ? await sendHandIn() : await sendOne(criterion)
    }
    busy = false
  }

  async function sendOne(criterion: string): Promise<boolean> {
    const change = pending[criterion]
    if (!change) return false
    parts.tell({ is: 'saving' })
    const reply = await parts.send(criterion, change, confirmed.version)
    switch (reply.is) {
      case 'saved':
        failures = 0
        lost = lost.filter((one) => one.criterion !== criterion)
        know(taken(confirmed, criterion, change, reply.version))
        keep(without(pending, criterion, change))
        if (Object.keys(pending).length === 0) parts.tell({ is: 'saved', at: reply.at })
        return true
      case 'changed':
        return meet(criterion, change, reply)
      case 'refused':
        stuck = criterion
        parts.tell({ is: 'refused', why: reply.why })
        return false
      case 'unreachable':
        lost = [...lost, { criterion, change }]
        return waitForLine()
    }
  }

  function waitForLine(): false {
    parts.tell({ is: 'waiting', count: Object.keys(pending).length })
    parts.later(waits[Math.min(failures, waits.length - 1)] ?? 30_000, () => void drain())
    failures += 1
    return false
  }

  /** After the last answer, never before: the version says whether the server holds what the member saw. */
  async function sendHandIn(): Promise<false> {
    const { handIn } = parts
    if (!handIn?.wanted()) return false
    parts.tell({ is: 'saving' })
    const reply = await handIn.send(confirmed.version)
    if (reply.is === 'unreachable') return waitForLine()
    handIn.want(false)
    if (reply.is === 'changed') {
      know(confirmedIn(reply))
      handIn.stopped(confirmed)
    }
    if (reply.is !== 'changed') parts.tell(reply)
    return false
  }

  /** The sheet moved on elsewhere: go on at once where this criterion did not, ask where it did. */
  function meet(criterion: string, change: Change, theirs: Confirmed): boolean {
    const before = confirmed
    know(confirmedIn(theirs))
    const ours = lost.filter((one) => one.criterion === criterion).map((one) => one.change)
    const known = [{ options: before.answers[criterion], note: before.notes[criterion] ?? '' }, ...ours]
    const theirNote = theirs.notes[criterion] ?? ''
    const touched =
      (change.options !== undefined &&
        !known.some(({ options }) => sameOptions(options, theirs.answers[criterion]))) ||
      (change.note !== undefined && !known.some(({ note }) => note === theirNote))
    if (!touched) return true
    stuck = criterion
    parts.handIn?.want(false)
    const options = theirs.answers[criterion]
    parts.ask(criterion, { ...(options ? { options } : {}), note: theirNote })
    return false
  }

  return {
    put(criterion, change) {
      keep({ ...pending, [criterion]: { ...pending[criterion], ...change } })
      void drain()
    },
    retry: drain,
    handIn() {
      parts.handIn?.want(true)
      void drain()
    },
    resolve(which) {
      const criterion = stuck
      stuck = null
      const change = criterion === null ? undefined : pending[criterion]
      if (criterion !== null && change && which === 'theirs') keep(without(pending, criterion, change))
      // What is kept over another answer is the member's own word, no proposal taken over.
      if (criterion !== null && change?.carried && which === 'mine')
        keep({ ...pending, [criterion]: { ...change, carried: null } })
      void drain()
    },
    confirmed: () => confirmed,
    pending: () => pending,
  }
}

function taken(
  confirmed: Confirmed,
  criterion: string,
  { options, note, reason }: Change,
  version: number,
): Confirmed {
  return {
    version,
    answers: options === undefined ? confirmed.answers : { ...confirmed.answers, [criterion]: options },
    notes: note === undefined ? confirmed.notes : { ...confirmed.notes, [criterion]: note },
    reasons: { ...confirmed.reasons, ...(reason === undefined ? {} : { [criterion]: reason }) },
  }
}

function confirmedIn({ version, answers, notes, reasons = {} }: Confirmed): Confirmed {
  return { version, answers, notes, reasons }
}

/** A change that was made again while the first was on its way stays. */
function without(pending: Pending, criterion: string, sent: Change): Pending {
  const { [criterion]: now, ...others } = pending
  if (!now || now === sent) return others
  const left: Change = {
    ...(now.options !== undefined && !sameOptions(now.options, sent.options) ? { options: now.options } : {}),
    ...(now.note !== undefined && now.note !== sent.note ? { note: now.note } : {}),
    ...(now.reason !== undefined && now.reason !== sent.reason ? { reason: now.reason } : {}),
  }
  return Object.keys(left).length === 0 ? others : { ...others, [criterion]: left }
}
