import { showNumber } from '#platform/text/format.ts'
import type { EffortFigures } from './effort-of.ts'

/** What the form of a kind brought, as typed: level by level. Money is typed in whole đồng, dots allowed. */
export interface TypedEffort {
  months: string[]
  cost: string[]
  papers: string
  helperNote: string
}

/** By field: `months-1`, `cost-2`, `papers`. The values are keys of sentences. */
export type EffortFaults = Record<string, string>

const mostMonths = 120
const mostCost = 2_000_000_000
const longest = 2000

export function typedEffort(form: FormData): TypedEffort {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const levels = [1, 2, 3, 4, 5, 6].filter((no) => form.has(`months-${no}`))
  return {
    months: levels.map((no) => text(`months-${no}`)),
    cost: levels.map((no) => text(`cost-${no}`)),
    papers: text('papers').normalize('NFC'),
    helperNote: text('helperNote').normalize('NFC'),
  }
}

/** What would have to be typed for the figures to be as they are. */
export function typedFromFigures({ levels, papers, helperNote }: EffortFigures): TypedEffort {
  return {
    months: levels.map(({ months }) => String(months)),
    cost: levels.map(({ cost }) => showNumber(cost, 'vi')),
    papers: papers ?? '',
    helperNote: helperNote ?? '',
  }
}

/** What is wrong with what was typed; empty when it may be stored. */
export function effortFaults(
  { months, cost, papers, helperNote }: TypedEffort,
  levels: number,
): EffortFaults {
  const faults: EffortFaults = {}
  for (let at = 0; at < Math.max(levels, months.length); at += 1) {
    if (at >= levels || !isWhole(months[at], mostMonths)) faults[`months-${at + 1}`] = 'months'
    if (!isWhole(plain(cost[at]), mostCost)) faults[`cost-${at + 1}`] = 'cost'
  }
  if (papers.length > longest) faults.papers = 'too_long'
  if (helperNote.length > longest) faults.helperNote = 'too_long'
  return faults
}

/** The figures in what was typed; meaningful only when `effortFaults` finds none. */
export function effortFacts({ months, cost, papers, helperNote }: TypedEffort) {
  return {
    months: months.map(Number),
    cost: cost.map((one) => Number(plain(one))),
    papers: papers || null,
    helperNote: helperNote || null,
  }
}

const plain = (money = '') => money.replace(/[.\s₫]/g, '')
const isWhole = (text = '', most: number) => /^\d{1,10}$/.test(text) && Number(text) <= most
