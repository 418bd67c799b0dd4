import type { Locale } from '#platform/text/format.ts'
import { translator } from '#platform/text/translator.ts'
import type { CouncilRules } from './council-rules.ts'
import './text.ts'

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

/** The trace in sentences, one for each step, in the order of the rules. */
export function traceInWords(trace: Trace, locale: Locale): string[] {
  const t = translator(locale)
  return trace.map((step) => t(`regulation:trace.${wordingOf(step)}`, factsOf(step)))
}

function wordingOf(step: TraceStep): string {
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

function factsOf(step: TraceStep): Record<string, unknown> {
  return step.step === 'mark_missed'
    ? { ...step, mean: Math.floor((step.sum * 100) / step.sheets) }
    : { ...step }
}
