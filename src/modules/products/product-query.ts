import { isId } from '#platform/ids.ts'
import { productGroups } from './product-sets.ts'

/** What the address of the list asks for. */
export interface ProductQuery {
  search: string
  /** Code of a group of the regulation. */
  group: string
  /** Path of a commune. */
  commune: string
  /** Id of a producer. */
  producer: string
}

/** Reads the address of the list; what it cannot mean is left out. */
export function readProductQuery(query: Record<string, string>): ProductQuery {
  const { search = '', group = '', commune = '', producer = '' } = query
  return {
    search: search.trim().slice(0, 200),
    group: productGroups().some(({ code }) => code === group) ? group : '',
    commune: /^vn(\/\d+){1,2}$/.test(commune) ? commune : '',
    producer: isId(producer) ? producer : '',
  }
}
