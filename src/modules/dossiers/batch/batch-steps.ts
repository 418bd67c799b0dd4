import { type Role, unitPathsOf } from '#modules/people/index.ts'
import type { Actor } from '#platform/ctx.ts'

/** What the province's desk does with several dossiers at once. */
export const batchSteps = ['assign', 'check', 'carry'] as const

export type BatchStep = (typeof batchSteps)[number]

/** More at once would be looked through by nobody. */
export const mostInBatch = 100

/** What a list offers for the dossiers that are ticked. */
export interface BatchBar {
  steps: readonly BatchStep[]
  /** Whether all of the page are ticked. */
  all: boolean
  /** The same page with all, or none, ticked. */
  allHref: string
}

const officer: Role = 'province_officer'

/** Where dossiers are ticked, and what is done with those of each tab. */
const stepsOf: Readonly<Record<'desk' | 'round', Readonly<Record<string, readonly BatchStep[]>>>> = {
  desk: {
    to_check: ['assign', 'check', 'carry'],
    returned: ['assign', 'carry'],
    checked: ['assign', 'carry'],
    in_council: ['assign'],
  },
  round: {
    proposed: ['assign', 'check', 'carry'],
    checked: ['assign', 'carry'],
    placed: ['assign'],
    late: ['carry', 'assign'],
    undecided: ['carry', 'assign'],
  },
}

/** What this person may do with the dossiers of this tab together; null where nothing. */
export function batchBarFor(
  actor: Actor,
  { list, tab, all, href }: { list: 'desk' | 'round'; tab: string; all: string | undefined; href: string },
): BatchBar | null {
  const steps = stepsOf[list][tab]
  if (!steps || unitPathsOf(actor, officer).length === 0) return null
  return { steps, all: all === '1', allHref: all === '1' ? href : `${href}&all=1` }
}

export function isBatchStep(text: unknown): text is BatchStep {
  return batchSteps.some((step) => step === text)
}
