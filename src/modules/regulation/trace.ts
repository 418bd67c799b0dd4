import type { CouncilRules } from './council-rules.ts'
import en from './text/en.json' with { type: 'json' }
import vi from './text/vi.json' with { type: 'json' }

/** One step of how a result came about. Averages in hundredths of a point. */
export type TraceStep =
  | { step: 'sheets'; sheets: number; members?: number; needed?: number }
  | { step: 'quorum_missed'; members?: number; needed?: number; chairScored: boolean }
  | { step: 'knockout'; key: string; criterion: string | null; reason: string }
  | { step: 'knockout_proposed'; key: string; criterion: string; sheets: number }
  | {
      step: 'deviation'
      highest: number
      lowest: number
      spread: number
      limit: number
      exceeded: boolean
      reason: string | null
    }
  | { step: 'average'; average: number; sum: number; sheets: number; rounding: CouncilRules['rounding'] }
  | { step: 'band'; average: number; band: number }
  | {
      step: 'mark_missed'
      criterion: string
      rank: number
      needed: number
      reached: number
      sheets: number
      sum: number
      markRule: CouncilRules['markRule']
    }
  | { step: 'marks'; met: number; of: number; applied: boolean }
  | { step: 'stars'; stars: number }
  | { step: 'not_closed' }

export type Trace = readonly TraceStep[]
export type Locale = 'vi' | 'en'

const words = { vi: vi.trace, en: en.trace }

/** The trace in sentences, one for each step, in the order of the rules. */
export function traceInWords(trace: Trace, locale: Locale): string[] {
  return trace.map((step) => fill(words[locale][wordingOf(step)], factsOf(step, locale)))
}

/** `92,29` in Vietnamese, `92.29` in English. */
export function showPoints(hundredths: number, locale: Locale): string {
  const text = (hundredths / 100).toFixed(2)
  return locale === 'vi' ? text.replace('.', ',') : text
}

function wordingOf(step: TraceStep): keyof typeof vi.trace {
  switch (step.step) {
    case 'sheets':
      return step.members === undefined ? 'sheets' : 'sheets_of_members'
    case 'quorum_missed':
      return step.chairScored ? 'quorum_missed' : 'chair_missing'
    case 'knockout':
      return step.criterion === null ? 'knockout' : 'knockout_at'
    case 'deviation':
      return deviationWording(step)
    case 'mark_missed':
      return `mark_missed_${step.markRule}`
    case 'marks':
      return step.applied ? 'marks' : 'marks_advisory'
    default:
      return step.step
  }
}

function deviationWording({ exceeded, reason }: Extract<TraceStep, { step: 'deviation' }>) {
  if (!exceeded) return 'deviation'
  return reason === null ? 'deviation_exceeded' : 'deviation_reasoned'
}

function factsOf(step: TraceStep, locale: Locale): Record<string, unknown> {
  if (step.step === 'average' || step.step === 'band')
    return { ...step, average: showPoints(step.average, locale) }
  if (step.step === 'mark_missed') {
    return { ...step, mean: showPoints(Math.floor((step.sum * 100) / step.sheets), locale) }
  }
  return { ...step }
}

function fill(sentence: string, facts: Record<string, unknown>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
}
