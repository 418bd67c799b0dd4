import { isId } from '#platform/ids.ts'
import { type OwnerKind, ownerKinds } from './owner-kinds.ts'

/** What the address of the list asks for. */
export interface ProducerQuery {
  search: string
  kind: OwnerKind | ''
  /** Path of a commune. */
  commune: string
}

/** Reads the address of the list; what it cannot mean is left out. */
export function readProducerQuery(query: Record<string, string>): ProducerQuery {
  return {
    search: (query.search ?? '').trim().slice(0, 200),
    kind: ownerKinds.find((kind) => kind === query.kind) ?? '',
    commune: /^vn(\/\d+){1,2}$/.test(query.commune ?? '') ? (query.commune ?? '') : '',
  }
}

/** The last row of the page before, by its id; undefined on the first page. */
export function readAfter({ after }: Record<string, string>): string | undefined {
  return after && isId(after) ? after : undefined
}

/** The query as it stands in an address, after `?`; nothing when it asks for all. */
export function writeQuery(query: object, more: Record<string, string> = {}): string {
  const given = Object.entries({ ...query, ...more }).filter(([, value]) => value !== '')
  const text = new URLSearchParams(given).toString()
  return text && `?${text}`
}
