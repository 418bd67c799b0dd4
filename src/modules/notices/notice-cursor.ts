import { isId } from '#platform/ids.ts'
import type { NoticeCursor } from './notice-store.ts'

/** A place in the list, as it stands in an address: `r-<id>` after a notice that was read, `u-<id>` after one that was not. */
export function readCursor(text: string | undefined): NoticeCursor | null {
  const [, mark, id = ''] = /^([ru])-(.+)$/.exec(text ?? '') ?? []
  return mark && isId(id) ? { read: mark === 'r', id } : null
}

export function writeCursor({ readAt, id }: { readAt: Date | null; id: string }): string {
  return `${readAt ? 'r' : 'u'}-${id}`
}
