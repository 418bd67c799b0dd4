import { showDay } from '#platform/dates.ts'
import type { NewSheet, SheetColumn } from '#platform/sheet/write-sheet.ts'
import type { Translate } from '#platform/text/translator.ts'
import type { RoundView } from './read-rounds.ts'
import { roundName } from './round-words.ts'

const counted = ['proposed', 'checked', 'placed', 'scored', 'decided'] as const

/** The rounds for Excel. */
export function roundSheet(rounds: readonly RoundView[], t: Translate): NewSheet {
  const column = (name: string, width: number, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({
    header: t(`rounds:sheet.${name}`),
    width,
    kind,
  })
  const number = (name: string): SheetColumn => ({
    header: t(`rounds:column.${name}`),
    width: 16,
    kind: 'number',
  })
  return {
    sheetName: t('rounds:sheet.name'),
    columns: [
      column('round', 26),
      column('phase', 20),
      column('proposals_before', 18, 'day'),
      column('done_before', 18, 'day'),
      column('plan', 32),
      column('days_left', 14, 'number'),
      ...[...counted, 'late'].map(number),
    ],
    rows: rounds.map((round) => [
      roundName(round, t),
      t(`rounds:phase.${round.phase}`),
      round.proposalsBefore,
      round.doneBefore,
      round.planNumber && round.plannedOn ? `${round.planNumber}, ${showDay(round.plannedOn)}` : null,
      round.daysLeft,
      ...counted.map((key) => round.counts[key] ?? 0),
      round.late,
    ]),
  }
}
