import type { StarBadgeProps } from './star-badge.tsx'

/** What a module has waiting for a person: numbers that open their lists, and the most urgent things of them. */
export interface WorkPart {
  key: string
  title: string
  lead?: string
  /** Asks for something now; such parts stand first. */
  urgent?: boolean
  /** Only informs; such parts stand last. */
  quiet?: boolean
  /** Looks something up in a list. */
  search?: WorkSearch
  figures?: readonly WorkFigure[]
  lines: readonly WorkLine[]
  /** The lines stand as cards with large pictures. */
  cards?: boolean
  /** What stands where there are no lines: what to do, or that all is done; without it nothing. */
  empty?: string
  /** What one does where there are no lines. */
  begin?: WorkAction
  /** The list that the lines are the beginning of. */
  all?: { href: string; label: string }
}

export interface WorkSearch {
  href: string
  name: string
  label: string
  hint?: string
  action: string
}

export interface WorkFigure {
  label: string
  /** A number, or an amount in words: `1,2 MB`. */
  count: number | string
  href?: string
  late?: boolean
}

export interface WorkAction {
  label: string
  href: string
  /** Takes the step at once instead of opening a page. */
  post?: boolean
  primary?: boolean
}

export interface WorkLine {
  href: string
  title: string
  note?: string
  /** A second line that leads elsewhere: what is lacking, where one sees it. */
  hint?: { text: string; href: string } | undefined
  picture?: string | null | undefined
  star?: StarBadgeProps | undefined
  /** By when, and how many days are left. */
  clock?: { text: string; daysLeft: number } | undefined
  /** The one thing that one does with it next. */
  action?: WorkAction | undefined
  isDemo?: boolean
}
