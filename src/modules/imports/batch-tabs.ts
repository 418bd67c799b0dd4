import type { RowState } from './import-tables.ts'

/** The lists of rows that a batch is looked at by. */
export const tabStates = {
  all: undefined,
  faulty: ['faulty', 'contradicts'],
  ready: ['ready'],
  same: ['same'],
  left_out: ['left_out'],
  in: ['imported', 'known'],
} as const satisfies Record<string, readonly RowState[] | undefined>

export type Tab = keyof typeof tabStates

export function tabOf(text: string | undefined): Tab {
  return text !== undefined && Object.hasOwn(tabStates, text) ? (text as Tab) : 'all'
}
