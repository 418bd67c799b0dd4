import type { DossierTab } from '../dossier-tabs.ts'
import { carriedStates } from './carry-dossier.ts'

/** The way of a dossier through its round, column by column. */
export const roundColumns = [
  { key: 'proposed', states: ['proposed', 'returned_by_province'] },
  { key: 'checked', states: ['checked'] },
  { key: 'placed', states: ['in_council'] },
  { key: 'scored', states: ['scored'] },
  {
    key: 'decided',
    states: ['recognised', 'not_recognised', 'rejected', 'sent_to_centre', 'returned_by_centre'],
  },
] as const satisfies readonly DossierTab[]

export const everyColumn: DossierTab = {
  key: 'all',
  states: roundColumns.flatMap(({ states }) => [...states]),
}

/** What is not decided: late once the round is over. */
export const undecided: DossierTab = {
  key: 'undecided',
  states: roundColumns.flatMap(({ key, states }) => (key === 'decided' ? [] : [...states])),
}

/** What came too late for the round and waits for its letter; it stands in a later one already. */
export const lateColumn: DossierTab = { key: 'late', states: carriedStates }

/** The column of this name, or all of them: a name from a URL may be anything. */
export function columnOf(key: string | undefined): DossierTab {
  return [...roundColumns, lateColumn, undecided].find((column) => column.key === key) ?? everyColumn
}
