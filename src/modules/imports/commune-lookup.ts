import type { FormerCommune, Unit } from '#modules/territory/index.ts'
import { fold } from '#platform/db/fold.ts'

/** A commune that a list names. */
export interface NamedCommune {
  /** Today's commune, where its producer and product are now. */
  todayId: string
  /** The one of its day, when the list names it by the name it had then. */
  thenId: string
}

/** The communes of a province by every name that people write. */
export interface CommuneLookup {
  /** The commune, `ambiguous` when the name means several, undefined when it means none. */
  find(text: string): NamedCommune | 'ambiguous' | undefined
}

/**
 * Names of today come before names of before. A name that several former communes had is told apart by its district:
 * "xã Chiềng Chung, huyện Mai Sơn".
 */
export function communeLookup(today: readonly Unit[], former: readonly FormerCommune[]): CommuneLookup {
  const now = new Map<string, NamedCommune[]>()
  const then = new Map<string, NamedCommune[]>()
  for (const { id, code, name, shortName } of today)
    for (const key of [name, shortName, code ?? id]) add(now, key, { todayId: id, thenId: id })
  for (const { id, name, shortName, districtName, todayId } of former) {
    const named = { todayId, thenId: id }
    const district = districtName.replace(/^(Huyện|Thị xã|Thành phố|Quận) /, '')
    for (const commune of [name, shortName])
      for (const key of [commune, `${commune}, ${districtName}`, `${commune}, ${district}`])
        add(then, key, named)
  }
  return {
    find: (text) => {
      const key = keyOf(text)
      const first = firstPart(key)
      return one(now.get(key)) ?? one(then.get(key)) ?? one(now.get(first)) ?? one(then.get(first))
    },
  }
}

function add(names: Map<string, NamedCommune[]>, name: string, named: NamedCommune): void {
  const key = keyOf(name)
  names.set(key, [...(names.get(key) ?? []), named])
}

function one(found: NamedCommune[] | undefined): NamedCommune | 'ambiguous' | undefined {
  if (!found) return undefined
  const [first] = found
  return found.every(({ todayId }) => todayId === first?.todayId) ? first : 'ambiguous'
}

/** Folded, the words for kinds written out, single commas: "X. Tà Xùa , H. Bắc Yên" is "xa ta xua, huyen bac yen". */
function keyOf(text: string): string {
  return fold(text)
    .replace(
      /(^|, *)(x|p|h|tt|tx|tp)\. */g,
      (_, before: string, short: string) => `${before}${kinds[short]} `,
    )
    .replace(/\s*[,;–-]\s*/g, ', ')
    .replace(/(, tinh [a-z ]+)$/, '')
    .trim()
}

/** Without the district or the province that was written after it. */
function firstPart(key: string): string {
  return key.split(', ')[0] ?? key
}

const kinds: Record<string, string> = {
  x: 'xa',
  p: 'phuong',
  h: 'huyen',
  tt: 'thi tran',
  tx: 'thi xa',
  tp: 'thanh pho',
}
