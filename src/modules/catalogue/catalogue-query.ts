import { isId } from '#platform/ids.ts'

/** Which products a list shows. Every field stands in the list's address, so that a list can be sent to somebody. */
export interface CatalogueFilter {
  search?: string | undefined
  stars?: number | undefined
  /** A unit of today, together with what went into it; or of before. */
  unitId?: string | undefined
  /** Whether the unit is meant exactly as it was on the day of the recognition: the map of that day. */
  thatDaysMap?: boolean | undefined
  groupCode?: string | undefined
  standing?: Standing | undefined
  /** Those recognised in that year, whether or not they were again later. */
  year?: number | undefined
  producerKind?: ListedKind | undefined
}

/** The words of the address for where a recognition stands, and those of the programme. */
export const standings = {
  'con-hieu-luc': 'in_force',
  'sap-het-han': 'expiring',
  'het-han': 'expired',
  'thu-hoi': 'revoked',
  'chua-xac-nhan': 'unconfirmed',
} as const
export type Standing = (typeof standings)[keyof typeof standings]

export const listedKinds = {
  'hop-tac-xa': 'cooperative',
  'to-hop-tac': 'cooperative_group',
  'doanh-nghiep': 'company',
  'trang-trai': 'farm',
  'ho-kinh-doanh': 'household',
  'hoi-du-lich': 'tourism_body',
} as const
export type ListedKind = (typeof listedKinds)[keyof typeof listedKinds]

/** Where a page of the list ended. */
export interface CatalogueKey {
  /** The last product's place among the ranks: what is in force comes first. */
  rank: number
  sortKey: string
  id: string
}

/** What an address asks for; what it says that no list knows is passed over. */
export function readCatalogueQuery(query: (name: string) => string | undefined): {
  filter: CatalogueFilter
  after: CatalogueKey | undefined
} {
  const stars = Number(query('sao'))
  const year = Number(query('nam'))
  const unitId = query('xa')
  const groupCode = query('nhom')
  return {
    filter: {
      search: query('q')?.replace(/\s+/g, ' ').trim().slice(0, 100) || undefined,
      stars: [3, 4, 5].includes(stars) ? stars : undefined,
      unitId: unitId && /^[\w.~-]{2,80}$/.test(unitId) ? unitId : undefined,
      thatDaysMap: query('ban-do') === 'cu' || undefined,
      groupCode: groupCode && /^[IVX]{1,5}$|^0$/.test(groupCode) ? groupCode : undefined,
      standing: readWord(standings, query('trang-thai')),
      year: Number.isInteger(year) && year >= 2018 && year <= 2200 ? year : undefined,
      producerKind: readWord(listedKinds, query('loai')),
    },
    after: readKey(query('sau') ?? ''),
  }
}

/** The address of the list. */
export function catalogueHref(filter: CatalogueFilter, after?: CatalogueKey): string {
  const query = new URLSearchParams()
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined) query.set(name, String(value))
  }
  put('q', filter.search)
  put('sao', filter.stars)
  put('xa', filter.unitId)
  put('ban-do', filter.thatDaysMap ? 'cu' : undefined)
  put('nhom', filter.groupCode)
  put('trang-thai', wordOf(standings, filter.standing))
  put('nam', filter.year)
  put('loai', wordOf(listedKinds, filter.producerKind))
  put(
    'sau',
    after && Buffer.from(JSON.stringify([after.rank, after.sortKey, after.id])).toString('base64url'),
  )
  return query.size > 0 ? `/san-pham?${query}` : '/san-pham'
}

/** The word of an address for one of the values above. */
export function wordOf<Value extends string>(
  words: Readonly<Record<string, Value>>,
  value: Value | undefined,
): string | undefined {
  return Object.entries(words).find(([, one]) => one === value)?.[0]
}

function readWord<Value extends string>(
  words: Readonly<Record<string, Value>>,
  word: string | undefined,
): Value | undefined {
  return word !== undefined && Object.hasOwn(words, word) ? words[word] : undefined
}

function readKey(text: string): CatalogueKey | undefined {
  try {
    const [rank, sortKey, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const known = Number.isInteger(rank) && typeof sortKey === 'string' && !sortKey.includes('\0') && isId(id)
    return known ? { rank, sortKey, id } : undefined
  } catch {
    return undefined
  }
}
