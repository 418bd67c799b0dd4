import { hydrate, render } from 'preact'
import { type AnswerQueue, answerQueue, type Change, type Pending, type Reply } from '../desk/answer-queue.ts'
import { criterionHref, type DeskActions, type DeskData, type DeskState } from '../desk/desk-data.ts'
import { type FormCriterion, optionsOf } from '../desk/score-form.ts'
import { ScoreDesk } from '../views/desk/score-desk.tsx'

/** Takes the desk over: answers are saved as they are given, also while there is no line, and criteria turn without loading. */
function takeOver(root: HTMLElement, { data, state: first }: { data: DeskData; state: DeskState }): void {
  const store = storeOf(data.key)
  let state: DeskState = withPending(data, first, store.read())

  const draw = (change: Partial<DeskState> = {}) => {
    state = { ...state, ...change }
    render(<ScoreDesk data={data} state={state} on={actions} />, root)
  }
  const queue = answerQueue(
    {
      send: (criterion, change, version) => send(data, criterion, { change, version }),
      store,
      tell: (save) => draw({ save, version: queue.confirmed().version }),
      ask: (criterion, { options, note }) =>
        draw({ conflict: { criterion, theirs: options, theirNote: note ?? '' } }),
      later: (milliseconds, work) => void setTimeout(work, milliseconds),
    },
    { version: first.version, answers: first.answers, notes: first.notes },
  )
  const actions = actionsOf({ data, queue, draw, now: () => state })
  // First exactly what the server drew, then what waited in this browser.
  hydrate(<ScoreDesk data={data} state={first} on={actions} />, root)
  draw()
  if (!data.writable) return
  queue.retry()
  addEventListener('online', () => queue.retry())
  addEventListener('keydown', (event) => onKey(event, { data, actions, state }))
  addEventListener('popstate', () =>
    draw({ criterion: criterionOfAddress() ?? first.criterion, evidenceId: null }),
  )
}

interface Desk {
  data: DeskData
  queue: AnswerQueue
  draw(change: Partial<DeskState>): void
  now(): DeskState
}

function actionsOf({ data, queue, draw, now }: Desk): DeskActions {
  return {
    choose(code, no) {
      const criterion = criterionOf(data, code)
      if (!data.writable || !criterion) return
      const options = chosenAfter(criterion, now().answers[code], no)
      const { [code]: _, ...carried } = now().carried
      draw({ answers: { ...now().answers, [code]: options }, carried })
      queue.put(code, { options, carried: null })
    },
    confirm(code) {
      const { proposal, writable } = data
      const options = proposal?.answers[code]
      if (!writable || !proposal || !options || now().answers[code]) return
      draw({
        answers: { ...now().answers, [code]: options },
        carried: { ...now().carried, [code]: proposal.product },
      })
      queue.put(code, { options, carried: proposal.sheetId })
    },
    write(code, note) {
      if (!data.writable || (now().notes[code] ?? '') === note) return
      draw({ notes: { ...now().notes, [code]: note } })
      queue.put(code, { note })
    },
    turnTo(code) {
      if (code === now().criterion) return
      history.pushState(null, '', criterionHref(data, code))
      draw({ criterion: code, evidenceId: null })
      document.getElementById(`c-${code}`)?.scrollIntoView({ block: 'nearest' })
    },
    show: (evidenceId) => draw({ evidenceId }),
    help: () => draw({ help: !now().help }),
    resolve(keep) {
      const { conflict, answers, notes } = now()
      if (conflict && keep === 'theirs') {
        const { [conflict.criterion]: _, ...others } = answers
        const theirs = conflict.theirs ? { [conflict.criterion]: conflict.theirs } : {}
        draw({
          answers: { ...others, ...theirs },
          notes: { ...notes, [conflict.criterion]: conflict.theirNote },
        })
      }
      draw({ conflict: null })
      queue.resolve(keep)
    },
  }
}

/** One option where one counts; where several add up, a tick comes or goes, and "none of these" clears them. */
function chosenAfter(criterion: FormCriterion, before: readonly number[] | undefined, no: number): number[] {
  if (no === 0) return []
  if (!criterion.several) return [no]
  const ticked = new Set(before)
  if (!ticked.delete(no)) ticked.add(no)
  return [...ticked].sort((a, b) => a - b)
}

/** Keys: 1–9 choose, n and j the next criterion, k the one before, e the evidence, ? help. Not while one types. */
function onKey(
  event: KeyboardEvent,
  { data, actions, state }: { data: DeskData; actions: DeskActions; state: DeskState },
): void {
  const at = event.target as HTMLElement | null
  const typing = at?.closest('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])')
  if (typing || event.ctrlKey || event.metaKey || event.altKey || state.all) return
  if (handle(event.key, { data, actions, state })) event.preventDefault()
}

function handle(key: string, desk: { data: DeskData; actions: DeskActions; state: DeskState }): boolean {
  const { data, actions, state } = desk
  if (/^[1-9]$/.test(key)) return choose(Number(key), desk)
  if (key === 'n' || key === 'j') return turn(1, desk)
  if (key === 'k') return turn(-1, desk)
  if (key === 'c') {
    actions.confirm(state.criterion)
    return data.proposal !== null
  }
  if (key === '?') {
    actions.help()
    return true
  }
  if (key !== 'e') return false
  const papers = data.evidence.filter(({ criterion }) => criterion === state.criterion || criterion === null)
  const shown = papers.findIndex(({ id }) => id === (state.evidenceId ?? papers[0]?.id))
  const next = papers[(shown + 1) % Math.max(1, papers.length)]
  if (next) actions.show(next.id)
  document.getElementById('evidence')?.focus()
  return true
}

function choose(
  place: number,
  { data, actions, state }: { data: DeskData; actions: DeskActions; state: DeskState },
): boolean {
  const criterion = criterionOf(data, state.criterion)
  const option = criterion && optionsOf(criterion)[place - 1]
  if (option) actions.choose(state.criterion, option.no)
  return option !== undefined
}

function turn(
  by: number,
  { data, actions, state }: { data: DeskData; actions: DeskActions; state: DeskState },
): boolean {
  const { criteria } = data.form
  const next = criteria[criteria.findIndex(({ code }) => code === state.criterion) + by]
  if (next) actions.turnTo(next.code)
  return true
}

async function send(
  data: DeskData,
  criterion: string,
  { change, version }: { change: Change; version: number },
): Promise<Reply> {
  try {
    const answer = await fetch(`${data.urls.answers}/${encodeURIComponent(criterion)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ ...change, version }),
      signal: AbortSignal.timeout(15_000),
    })
    const isJson = answer.headers.get('content-type')?.startsWith('application/json')
    if (isJson) return (await answer.json()) as Reply
    // A page instead of an answer: signed out, or something in between that speaks for a server it cannot reach.
    return answer.status >= 500 ? { is: 'unreachable' } : { is: 'refused', why: data.words.signed_out ?? '' }
  } catch {
    return { is: 'unreachable' }
  }
}

function storeOf(key: string) {
  return {
    read(): Pending {
      try {
        return JSON.parse(localStorage.getItem(key) ?? '{}') as Pending
      } catch {
        return {}
      }
    },
    write(pending: Pending): void {
      try {
        if (Object.keys(pending).length === 0) localStorage.removeItem(key)
        else localStorage.setItem(key, JSON.stringify(pending))
      } catch {
        // A browser that keeps nothing still sends what it can.
      }
    },
  }
}

function withPending(data: DeskData, state: DeskState, pending: Pending): DeskState {
  const answers = { ...state.answers }
  const notes = { ...state.notes }
  const carried = { ...state.carried }
  for (const [code, { options, note, carried: from }] of Object.entries(pending)) {
    if (options) answers[code] = options
    if (note !== undefined) notes[code] = note
    if (from === null) delete carried[code]
    if (from && data.proposal) carried[code] = data.proposal.product
  }
  return { ...state, answers, notes, carried }
}

function criterionOf(data: DeskData, code: string): FormCriterion | undefined {
  return data.form.criteria.find((criterion) => criterion.code === code)
}

function criterionOfAddress(): string | null {
  return new URLSearchParams(location.search).get('criterion')
}

const root = document.getElementById('score-desk')
const given = document.getElementById('score-desk-data')?.textContent
if (root && given) takeOver(root, JSON.parse(given))
