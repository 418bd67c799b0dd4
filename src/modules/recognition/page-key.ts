import { isDay } from '#platform/dates.ts'
import { isId } from '#platform/ids.ts'

/** Where a page of a list ended: the sort value of its last row and its id. */
export interface PageKey {
  sort: string
  id: string
}

/** The key as callers carry it; they need not know what it says. */
export function writePageKey({ sort, id }: PageKey): string {
  return Buffer.from(`${sort}~${id}`).toString('base64url')
}

/** The key that a caller brought back, or undefined when it is none of ours. */
export function readPageKey(text: string): PageKey | undefined {
  const [sort = '', id = '', ...rest] = Buffer.from(text, 'base64url').toString('utf8').split('~')
  const isSort = /^\d{4}$/.test(sort) || isDay(sort)
  return isSort && isId(id) && rest.length === 0 ? { sort, id } : undefined
}
