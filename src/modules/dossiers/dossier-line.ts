import type { Actor } from '#platform/ctx.ts'
import { type Day, dayOf } from '#platform/dates.ts'
import { type Clock, clockOf, communeWorkingDays } from './clock.ts'
import type { ListedDossier } from './dossier-list-store.ts'
import type { DossierKind } from './dossier-store.ts'
import { provincePathOf } from './numbers.ts'
import { type AnswerClock, answerClockOf } from './rounds/answer-clock.ts'
import { lastDayBefore, roundMissed } from './rounds/round-rules.ts'
import type { AssessmentRound, SeenRounds } from './rounds/round-store.ts'
import { type DossierState, type Step, stepsOpenTo } from './workflow.ts'

/** A dossier as a line of an officer's list. */
export interface DossierLine {
  id: string
  productName: string
  producerName: string
  /** The receipt number that this list goes by, or the dossier's own code before there is one. */
  number: string
  /** The commune, where the list holds several. */
  place: string | null
  kind: DossierKind
  state: DossierState
  /** It was mended and is looked through again. */
  again: boolean
  picture: string | null
  clock: Clock | null
  /** The round that it stands in; null before the proposal. */
  round: LineRound | null
  /** By when a reassessment is answered. */
  answer: AnswerClock | null
  date: LineDate | null
  /** Null where nobody has to hold it: it is before a council, or done. */
  holder: LineHolder | null
  task: Task
  version: number
  isDemo: boolean
}

export interface LineRound {
  of: AssessmentRound
  /** The last day on which the round is in time. */
  lastDay: Day
  /** It came too late for the round that was under way, and no letter has said so. */
  isLate: boolean
}

/** The day beneath the clock; `key` says what it is. */
export interface LineDate {
  key: 'handed_in' | 'received_on' | 'day_of' | 'due' | 'mend_by' | 'mend_late'
  facts: Record<string, string | number>
}

export type LineHolder = { who: 'me' | 'officer'; name: string } | { who: 'producer' } | { who: 'nobody' }

/** The one thing to do next; `post` takes a step at once, otherwise it opens a page. */
export interface Task {
  key:
    | 'receive'
    | 'take'
    | 'go_on'
    | 'see_mended'
    | 'report'
    | 'see_returned'
    | 'mend_at_counter'
    | 'decide_overdue'
    | 'check'
    | 'open'
  href: string
  post: boolean
  mine: boolean
}

interface Seen {
  actor: Actor
  today: Day
  /** Names of people by id, of communes by path. */
  names: ReadonlyMap<string, string>
  places: ReadonlyMap<string, string>
  rounds: SeenRounds
}

/** What an officer's list shows of a dossier, and what this officer does next with it. */
export function dossierLine(row: ListedDossier, seen: Seen): DossierLine {
  const clock = clockOf(row, seen.today)
  const again = row.state === 'received' && row.submissions > 1
  return {
    id: row.id,
    productName: row.productName,
    producerName: row.producerName,
    number: row.communeReceipt ?? row.code,
    place: seen.places.get(row.unitPath) ?? null,
    kind: row.kind,
    state: row.state,
    again,
    picture: pictureHref(row),
    clock,
    round: roundOf(row, seen.rounds),
    answer: answerClockOf(row, seen.today),
    date: dateOf(row, clock, seen.today),
    holder: holderOf(row, seen),
    version: row.version,
    task: taskOf(row, seen.actor, {
      again,
      late: (clock?.left ?? 0) < 0,
      overdue: isOverdue(row, seen.today),
    }),
    isDemo: row.isDemo,
  }
}

function roundOf({ id, roundId, proposedOn, unitPath }: ListedDossier, seen: SeenRounds): LineRound | null {
  const rounds = seen.rounds.filter(({ provincePath }) => provincePath === provincePathOf(unitPath))
  const of = rounds.find((round) => round.id === roundId)
  if (!of || !proposedOn) return null
  const missed = roundMissed(rounds, proposedOn)
  const isTold = missed && seen.carriedFrom.has(`${id} ${missed.id}`)
  return { of, lastDay: lastDayBefore(of.doneBefore), isLate: missed !== undefined && !isTold }
}

/** Where the product's picture is shown to those who may read the dossier; null where it has none. */
export function pictureHref(row: {
  id: string
  pictureFileId: string | null
  pictureArt: string | null
}): string | null {
  if (row.pictureFileId) return `/dossiers/${row.id}/picture.webp?v=${row.pictureFileId.slice(-6)}`
  return row.pictureArt ? `/art/${row.pictureArt}.svg` : null
}

function dateOf(row: ListedDossier, clock: Clock | null, today: Day): LineDate | null {
  if (row.mendBy) return { key: row.mendBy < today ? 'mend_late' : 'mend_by', facts: { day: row.mendBy } }
  if (row.state === 'submitted' && row.submittedAt)
    return { key: 'handed_in', facts: { day: dayOf(row.submittedAt) } }
  if (!clock || !row.receivedOn) return null
  if (clock.left < 0) return { key: 'due', facts: { day: clock.due } }
  const spent = communeWorkingDays - clock.left
  if (spent < 2) return { key: 'received_on', facts: { day: row.receivedOn } }
  return { key: 'day_of', facts: { spent, all: communeWorkingDays } }
}

const heldStates: readonly DossierState[] = ['submitted', 'received', 'proposed', 'checked']

function holderOf({ state, holderId }: ListedDossier, { actor, names }: Seen): LineHolder | null {
  if (state === 'returned' || state === 'returned_by_province') return { who: 'producer' }
  if (!heldStates.includes(state)) return null
  if (!holderId) return { who: 'nobody' }
  const name = names.get(holderId) ?? (holderId === actor.id ? actor.name : '')
  return { who: holderId === actor.id ? 'me' : 'officer', name }
}

/** Whether the day has passed by which the producer was asked to mend it. */
function isOverdue({ mendBy }: ListedDossier, today: Day): boolean {
  return mendBy !== null && mendBy < today
}

function taskOf(
  row: ListedDossier,
  actor: Actor,
  { again, late, overdue }: { again: boolean; late: boolean; overdue: boolean },
): Task {
  const at = `/dossiers/${row.id}`
  const open = stepsOpenTo(actor, row)
  if (open.includes('receive')) return { key: 'receive', href: `${at}/receipt`, post: true, mine: true }
  if (open.includes('check')) return { key: 'check', href: `${at}/check`, post: false, mine: true }
  if (open.includes('propose') && !row.holderId)
    return { key: 'take', href: `${at}/holder`, post: true, mine: false }
  if (open.includes('propose') && row.holderId === actor.id) {
    if (again) return { key: 'see_mended', href: `${at}/return`, post: false, mine: true }
    if (late) return { key: 'report', href: `${at}/proposal`, post: false, mine: true }
    return { key: 'go_on', href: `${at}/return`, post: false, mine: true }
  }
  return returnedTask(row, open, overdue) ?? { key: 'open', href: at, post: false, mine: false }
}

/** What an officer does with a dossier that was sent back to be mended. */
function returnedTask(row: ListedDossier, open: readonly Step[], overdue: boolean): Task | null {
  const at = `/dossiers/${row.id}`
  if (open.includes('go_on') && overdue)
    return { key: 'decide_overdue', href: `${at}/fix-list`, post: false, mine: true }
  if (!open.includes('resubmit')) return null
  if (row.state === 'returned_by_province')
    return { key: 'see_returned', href: `${at}/proposal`, post: false, mine: false }
  return { key: 'mend_at_counter', href: `${at}/mending`, post: false, mine: true }
}
