import { fold } from '#platform/db/fold.ts'
import type { Level } from './unit-store.ts'

const kinds: Record<Level, Record<string, string>> = {
  country: {},
  province: { tỉnh: 'province', 'thành phố': 'municipality' },
  district: { huyện: 'rural_district', quận: 'urban_district', 'thị xã': 'town', 'thành phố': 'city' },
  commune: { xã: 'commune', phường: 'ward', 'thị trấn': 'township', 'đặc khu': 'special_zone' },
}

/** Which kind of unit a full name speaks of: "Phường Tô Hiệu" is a ward. */
export function kindOf(name: string, level: Level): string {
  const words = Object.entries(kinds[level]).find(([words]) => name.toLowerCase().startsWith(`${words} `))
  return words?.[1] ?? level
}

/** The name without the word for its kind, unless only a number would remain: "Tà Xùa", "Phường 12". */
export function shortNameOf(name: string): string {
  const rest = name.replace(/^(Tỉnh|Thành phố|Huyện|Quận|Thị xã|Thị trấn|Xã|Phường|Đặc khu) /, '')
  return /^\d+$/.test(rest) ? name : rest
}

/** Words for kinds of units as people type them, folded, with the level that they speak of. */
const typedKinds: [RegExp, Level][] = [
  [/^(tinh) +/, 'province'],
  [/^(huyen|quan|thi xa|tx\.?|h\.) +/, 'district'],
  [/^(xa|phuong|thi tran|tt\.?|dac khu|p\.|x\.) *(?=[a-z0-9])/, 'commune'],
]

export interface TypedName {
  /** All that was typed, folded. */
  full: string
  /** Without the word for the kind. */
  short: string
  /** The level that the word speaks of; null when there was none, or when it can mean several ("thành phố"). */
  level: Level | null
}

/** What somebody means who types a place: "H. Mộc Châu" is a district called "moc chau". */
export function readTypedName(text: string): TypedName {
  const full = fold(text)
  for (const [words, level] of typedKinds) {
    const short = full.replace(words, '')
    if (short !== full && short !== '') return { full, short, level }
  }
  const short = full.replace(/^(thanh pho|tp\.?) +/, '')
  return { full, short, level: null }
}
