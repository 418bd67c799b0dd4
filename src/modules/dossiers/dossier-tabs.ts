import type { DossierState } from './workflow.ts'

/** Whose list it is: a producer's own dossiers, a consultant's portfolio, a commune's inbox, a province's desk. */
export type ListView = 'mine' | 'portfolio' | 'inbox' | 'desk'

/** What a tab holds: dossiers in these states; `late` only those whose clock has run out. */
export interface DossierTab {
  key: string
  states: readonly DossierState[]
  late?: true
}

const after = [
  'checked',
  'in_council',
  'scored',
  'sent_to_centre',
  'returned_by_centre',
  'recognised',
  'not_recognised',
  'rejected',
] as const

const closed = ['recognised', 'not_recognised', 'rejected', 'withdrawn'] as const

const underWay = [
  'submitted',
  'received',
  'proposed',
  'checked',
  'in_council',
  'scored',
  'sent_to_centre',
  'returned_by_centre',
] as const

/** The tabs of each list, the one that opens first at the head. */
export const dossierTabs: Readonly<Record<ListView, readonly [DossierTab, ...DossierTab[]]>> = {
  mine: [
    {
      key: 'open',
      states: [
        'draft',
        'submitted',
        'received',
        'returned',
        'proposed',
        'returned_by_province',
        'checked',
        'in_council',
        'scored',
        'sent_to_centre',
        'returned_by_centre',
      ],
    },
    { key: 'to_do', states: ['draft', 'returned', 'returned_by_province'] },
    { key: 'under_way', states: underWay },
    { key: 'closed', states: closed },
  ],
  portfolio: [
    { key: 'to_do', states: ['draft', 'returned', 'returned_by_province'] },
    { key: 'under_way', states: underWay },
    { key: 'closed', states: closed },
  ],
  inbox: [
    { key: 'open', states: ['submitted', 'received', 'returned', 'returned_by_province'] },
    { key: 'new', states: ['submitted'] },
    { key: 'checking', states: ['received'] },
    { key: 'waiting', states: ['returned', 'returned_by_province'] },
    { key: 'late', states: ['received'], late: true },
    { key: 'handed_over', states: ['proposed', ...after] },
    { key: 'withdrawn', states: ['withdrawn'] },
  ],
  desk: [
    { key: 'to_check', states: ['proposed'] },
    { key: 'returned', states: ['returned_by_province'] },
    { key: 'checked', states: ['checked'] },
    { key: 'in_council', states: ['in_council'] },
    { key: 'to_decide', states: ['scored', 'returned_by_centre'] },
    { key: 'at_centre', states: ['sent_to_centre'] },
    { key: 'closed', states: ['recognised', 'not_recognised', 'rejected'] },
    { key: 'in_communes', states: ['submitted', 'received', 'returned'] },
    { key: 'late', states: ['received'], late: true },
  ],
}

/** The tab of this name, or the first of the list: a name from a URL may be anything. */
export function tabOf(view: ListView, key: string | undefined): DossierTab {
  const tabs = dossierTabs[view]
  return tabs.find((tab) => tab.key === key) ?? tabs[0]
}
