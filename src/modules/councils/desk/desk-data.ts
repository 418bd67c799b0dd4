import type { ScoreForm } from './score-form.ts'
import type { DeskAnswers } from './tally.ts'

export interface DeskEvidence {
  id: string
  /** Null for a paper that belongs to the dossier as a whole. */
  criterion: string | null
  title: string
  href: string
  /** How the desk shows it; `file` can only be downloaded. */
  shown: 'pdf' | 'picture' | 'file'
}

/** What the desk is given once: the same for the server that draws it and the browser that takes it over. */
export interface DeskData {
  /** Under which answers wait in this browser: the member, the session, the dossier and the round. */
  key: string
  title: string
  lead: string
  isDemo: boolean
  writable: boolean
  /** Why answers are not taken, where they are not. */
  closedNote: string | null
  urls: {
    sheet: string
    answers: string
    handIn: string
    /** Where the session is taken along. */
    takeAlong: string
    back: string
    /** The advisory team's report, once it is signed. */
    appraisal: string | null
    previous: string | null
    next: string | null
  }
  place: { at: number; of: number }
  form: ScoreForm
  evidence: DeskEvidence[]
  /** What the producer wrote of the product and its making, and what the commune found. */
  filed: { label: string; text: string }[]
  /** In a later round, what the member answered in the one before. */
  earlier: { round: number; answers: DeskAnswers } | null
  /** The producer's own points by criterion. */
  selfPoints: Readonly<Record<string, number>>
  /** What the member answered for the same product in another variant: proposals, confirmed one by one. */
  proposal: { sheetId: string; product: string; at: string; answers: DeskAnswers } | null
  words: Readonly<Record<string, string>>
  icons: Readonly<Record<string, string>>
}

/** How the last answer fared. */
export type SaveState =
  | { is: 'quiet' }
  | { is: 'saving' }
  | { is: 'saved'; at: string }
  | { is: 'waiting'; count: number }
  | { is: 'refused'; why: string }
  | { is: 'handed_in'; at: string; total: number }

/** What changes while a member scores. */
export interface DeskState {
  criterion: string
  all: boolean
  evidenceId: string | null
  answers: DeskAnswers
  notes: Readonly<Record<string, string>>
  /** By criterion, the product from whose sheet the member took the mark over. */
  carried: Readonly<Record<string, string>>
  reasons: Readonly<Record<string, string>>
  version: number
  save: SaveState
  help: boolean
  /** Handing in: looked at before, wanted and not arrived yet, stopped since the sheet moved on elsewhere, done. */
  handIn: 'no' | 'asking' | 'waiting' | 'stopped' | 'done'
  /** The same criterion was answered otherwise in another window. */
  conflict: { criterion: string; theirs: readonly number[] | undefined; theirNote: string } | null
}

/** What a member does at the desk; absent where the page works by forms and links alone. */
export interface DeskActions {
  choose(code: string, no: number): void
  /** Takes over the mark that is proposed for this criterion. */
  confirm(code: string): void
  write(code: string, note: string): void
  explain(code: string, reason: string): void
  turnTo(code: string): void
  show(evidenceId: string): void
  help(): void
  /** Opens what is handed in, closes it again, hands in, takes back what has not gone out. */
  handIn(step: 'ask' | 'leave' | 'go' | 'take_back'): void
  resolve(keep: 'mine' | 'theirs'): void
}

export interface DeskProps {
  data: DeskData
  state: DeskState
  on?: DeskActions | undefined
}

/** Whether answers are taken at this desk now: not while the sheet waits to go in, nor after. */
export function isWritable(data: DeskData, { handIn }: Pick<DeskState, 'handIn'>): boolean {
  return data.writable && handIn !== 'waiting' && handIn !== 'done'
}

/** A sentence with its facts filled in: `{{n}}`. */
export function fill(
  sentence: string | undefined,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return (sentence ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
}

/** Where a criterion of the sheet, with or without a paper beside it, has its own address. */
export function criterionHref(data: DeskData, code: string, evidenceId?: string): string {
  const evidence = evidenceId ? `&evidence=${evidenceId}` : ''
  return `${data.urls.sheet}?criterion=${encodeURIComponent(code)}${evidence}`
}
