import { hydrate, render } from 'preact'
import { type AnswerQueue, answerQueue, type Confirmed, type Pending } from '../desk/answer-queue.ts'
import {
  criterionHref,
  type DeskActions,
  type DeskData,
  type DeskState,
  isWritable,
} from '../desk/desk-data.ts'
import { sendAnswer, sendHandIn } from '../desk/desk-line.ts'
import { deskStore, personOfKey } from '../desk/kept-sheet.ts'
import { type FormCriterion, optionsOf } from '../desk/score-form.ts'
import { sendUnsent } from '../desk/send-unsent.ts'
import { dropDossier, ownKeptPages } from '../take-along/taken-along.ts'
import { ScoreDesk } from '../views/desk/score-desk.tsx'

/** Takes the desk over: answers are saved as they are given, also while there is no line, and criteria turn without loading. */
function takeOver(root: HTMLElement, { data, state: drawn }: { data: DeskData; state: DeskState }): void {
  const personId = personOfKey(data.key)
  const store = deskStore(localStorage, data.key, { sheet: data.urls.sheet, title: data.title })
  // A page that was taken along is older than what the server confirmed since.
  const known = store.confirmed()
  const first = known && known.version > drawn.version ? { ...drawn, ...known } : drawn
  let state: DeskState = { ...withPending(data, first, store.read()), ...placeOf(drawn) }
  if (store.wanted()) state = { ...state, handIn: 'waiting' }
  const draw = (change: Partial<DeskState> = {}) => {
    state = { ...state, ...change }
    render(<ScoreDesk data={data} state={state} on={actions} />, root)
  }
  const signedOut = data.words.signed_out ?? ''
  const { sheet } = data.urls
  const queue = answerQueue(
    {
      send: (criterion, change, version) => sendAnswer(sheet, criterion, { change, version, signedOut }),
      store,
      handIn: {
        wanted: store.wanted,
        want: store.want,
        send: (version) => sendHandIn(sheet, { version, signedOut }),
        stopped: (theirs) => draw({ handIn: 'stopped', ...theirs }),
      },
      tell: (save) => {
        const handIn = save.is === 'handed_in' ? 'done' : save.is === 'refused' ? 'no' : state.handIn
        draw({ save, handIn, version: queue.confirmed().version })
        if (save.is === 'handed_in') void dropDossier(data.key, sheet)
      },
      ask: (criterion, { options, note }) =>
        draw({ conflict: { criterion, theirs: options, theirNote: note ?? '' }, handIn: 'no' }),
      later: (milliseconds, work) => void setTimeout(work, milliseconds),
    },
    {
      version: first.version,
      answers: first.answers,
      notes: first.notes,
      reasons: first.reasons,
    } satisfies Confirmed,
  )
  const actions = actionsOf({ data, queue, draw, now: () => state, takeBack: () => store.want(false) })
  // First exactly what the server drew, a page of forms and links; then what answers at once, with what waited here.
  hydrate(<ScoreDesk data={data} state={drawn} />, root)
  draw()
  void ownKeptPages(personId)
  const goOn = () => {
    if (data.writable) void queue.retry()
    void sendUnsent(localStorage, { personId, except: data.key, signedOut })
  }
  goOn()
  addEventListener('online', goOn)
  if (!data.writable) return
  addEventListener('keydown', (event) => onKey(event, { data, actions, state }))
  addEventListener('popstate', () =>
    draw({ criterion: criterionOfAddress() ?? first.criterion, evidenceId: null }),
  )
}

/** Where the address says that the desk stands: a page that was taken along was drawn for another. */
function placeOf({ criterion, all }: DeskState): Pick<DeskState, 'criterion' | 'all'> {
  const asked = new URLSearchParams(location.search)
  return { criterion: asked.get('criterion') ?? criterion, all: asked.has('all') || all }
}

interface Desk {
  data: DeskData
  queue: AnswerQueue
  draw(change: Partial<DeskState>): void
  now(): DeskState
  takeBack(): void
}

function actionsOf({ data, queue, draw, now, takeBack }: Desk): DeskActions {
  return {
    choose(code, no) {
      const criterion = criterionOf(data, code)
      if (!isWritable(data, now()) || !criterion) return
      const options = chosenAfter(criterion, now().answers[code], no)
      const { [code]: _, ...carried } = now().carried
      draw({ answers: { ...now().answers, [code]: options }, carried })
      queue.put(code, { options, carried: null })
    },
    confirm(code) {
      const { proposal } = data
      const options = proposal?.answers[code]
      if (!isWritable(data, now()) || !proposal || !options || now().answers[code]) return
      draw({
        answers: { ...now().answers, [code]: options },
        carried: { ...now().carried, [code]: proposal.product },
      })
      queue.put(code, { options, carried: proposal.sheetId })
    },
    write(code, note) {
      if (!isWritable(data, now()) || (now().notes[code] ?? '') === note) return
      draw({ notes: { ...now().notes, [code]: note } })
      queue.put(code, { note })
    },
    explain(code, reason) {
      if (!isWritable(data, now()) || (now().reasons[code] ?? '') === reason) return
      draw({ reasons: { ...now().reasons, [code]: reason } })
      queue.put(code, { reason })
    },
    turnTo(code) {
      if (code === now().criterion) return
      history.pushState(null, '', criterionHref(data, code))
      draw({ criterion: code, evidenceId: null })
      document.getElementById(`c-${code}`)?.scrollIntoView({ block: 'nearest' })
    },
    show: (evidenceId) => draw({ evidenceId }),
    help: () => draw({ help: !now().help }),
    handIn(step) {
      if (!data.writable || now().handIn === 'done') return
      if (step === 'take_back') takeBack()
      draw({ handIn: handInAfter[step] })
      if (step === 'ask') document.getElementById('hand-in')?.focus()
      if (step === 'go') queue.handIn()
    },
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

const handInAfter = { ask: 'asking', leave: 'no', go: 'waiting', take_back: 'no' } as const

/** One option where one counts; where several add up, a tick comes or goes, and "none of these" clears them. */
function chosenAfter(criterion: FormCriterion, before: readonly number[] | undefined, no: number): number[] {
  if (no === 0) return []
  if (!criterion.several) return [no]
  const ticked = new Set(before)
  if (!ticked.delete(no)) ticked.add(no)
  return [...ticked].sort((a, b) => a - b)
}

/** Keys: 1–9 choose, n and j the next criterion, k the one before, c confirms a proposal, e the evidence, h hands in, ? help. Not while one types. */
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
  if (key === 'h') {
    actions.handIn(state.handIn === 'asking' ? 'leave' : 'ask')
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

function withPending(data: DeskData, state: DeskState, pending: Pending): DeskState {
  const answers = { ...state.answers }
  const notes = { ...state.notes }
  const carried = { ...state.carried }
  const reasons = { ...state.reasons }
  for (const [code, { options, note, carried: from, reason }] of Object.entries(pending)) {
    if (options) answers[code] = options
    if (note !== undefined) notes[code] = note
    if (from === null) delete carried[code]
    if (from && data.proposal) carried[code] = data.proposal.product
    if (reason !== undefined) reasons[code] = reason
  }
  return { ...state, answers, notes, carried, reasons }
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
