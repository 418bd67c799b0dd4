import type { Change, Confirmed, Pending } from './answer-queue.ts'

/** What a browser keeps of one sheet of one person. */
export interface Kept {
  /** Where the sheet lies, and what it is called where it is named from elsewhere. */
  sheet: string
  title: string
  pending: Pending
  handIn: boolean
  /** The sheet as the server last confirmed it: a page that was taken along is older. */
  confirmed: Confirmed | null
}

/** The part of the browser's storage that is used; a browser may forbid it. */
export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export interface SheetPlace {
  personId: string
  sessionId: string
  dossierId: string
  round: number
}

/** All keys of what is kept for a person begin with `kept:<person>:`; signing out clears by it. */
export function deskKey({ personId, sessionId, dossierId, round }: SheetPlace): string {
  return ['kept', personId, 'sheet', sessionId, dossierId, round].join(':')
}

export function personOfKey(key: string): string {
  return key.split(':')[1] ?? ''
}

/** The sheet that is kept under the key. Nothing is thrown where a browser keeps nothing: it still sends what it can. */
export function deskStore(keeper: Keeper, key: string, place: Pick<Kept, 'sheet' | 'title'>) {
  const read = (): Kept => readKept(keeper, key) ?? { ...place, pending: beforeThis(keeper, key), ...nothing }
  const write = (change: Partial<Kept>) => {
    const next = { ...read(), ...place, ...change }
    try {
      keeper.setItem(key, JSON.stringify(next))
      keeper.removeItem(keyBeforeThis(key))
    } catch {
      // A full or forbidden storage: what cannot be kept is still sent.
    }
  }
  return {
    read: () => read().pending,
    write: (pending: Pending) => write({ pending }),
    keep: (confirmed: Confirmed) => write({ confirmed }),
    confirmed: () => read().confirmed,
    wanted: () => read().handIn,
    want: (handIn: boolean) => write({ handIn }),
    forget: () => keeper.removeItem(key),
  }
}

const nothing = { handIn: false, confirmed: null }

/** The sheets of a person that hold something the server has not confirmed, by key. */
export function listUnsent(keeper: Keeper, personId: string): { key: string; kept: Kept }[] {
  return keysOf(keeper)
    .filter((key) => key.startsWith(`kept:${personId}:sheet:`))
    .flatMap((key) => {
      const kept = readKept(keeper, key)
      return kept && isUnsent(kept) ? [{ key, kept }] : []
    })
}

export function isUnsent({ pending, handIn }: Kept): boolean {
  return handIn || Object.keys(pending).length > 0
}

function keysOf(keeper: Keeper): string[] {
  return Array.from({ length: keeper.length }, (_, place) => keeper.key(place) ?? '')
}

function readKept(keeper: Keeper, key: string): Kept | null {
  try {
    const kept = JSON.parse(keeper.getItem(key) ?? 'null') as Kept | null
    return kept && typeof kept.pending === 'object' ? kept : null
  } catch {
    return null
  }
}

/** What the version before this one kept: `sheet:<session>:<dossier>:<round>:<person>`, the changes alone. */
function beforeThis(keeper: Keeper, key: string): Pending {
  try {
    return JSON.parse(keeper.getItem(keyBeforeThis(key)) ?? '{}') as Record<string, Change>
  } catch {
    return {}
  }
}

function keyBeforeThis(key: string): string {
  const [, personId, , ...place] = key.split(':')
  return ['sheet', ...place, personId].join(':')
}
