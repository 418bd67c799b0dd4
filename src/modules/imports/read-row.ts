import { type OwnerKind, ownerKindOf } from '#modules/producers/index.ts'
import { canHaveBeen } from '#modules/recognition/index.ts'
import { type Day, showDay } from '#platform/dates.ts'
import { fold } from '#platform/db/fold.ts'
import type { Field, Typed } from './columns.ts'
import type { CommuneLookup } from './commune-lookup.ts'
import { dayIn, levelIn, type RecognitionLevel, starsIn, yearIn } from './read-words.ts'

/** What a faultless row says. */
export interface RowFacts {
  product: string
  producer: string
  kind: OwnerKind
  stars: number
  year: number
  level: RecognitionLevel
  /** Today's unit of the producer and the product: the commune, or the province where none is given. */
  unitId: string
  /** The unit of its day. */
  thenUnitId: string
  note: string
}

export type RowFaults = Partial<Record<Field, string>>

export interface RowReading {
  faults: RowFaults
  facts: RowFacts | null
  /** Rows that speak of the same product and year have the same; null while a row is faulty. */
  key: string | null
}

export interface RowWorld {
  communes: CommuneLookup
  provinceId: string
  today: Day
}

/** What a row says, or what is wrong with it, by field. */
export function readRow(typed: Typed, world: RowWorld): RowReading {
  const faults = wordFaults(typed)
  const kind = kindIn(typed)
  const star = readStar(typed, world, faults)
  const place = readPlace(typed.commune, world, faults)
  if (!kind || !star || !place || Object.keys(faults).length > 0) return { faults, facts: null, key: null }
  const facts = {
    product: single(typed.product),
    producer: single(typed.producer),
    ...{ kind, ...star, ...place },
    note: noteOf(typed),
  }
  return { faults, facts, key: [fold(facts.product), fold(facts.producer), kind, star.year].join('|') }
}

/** What is wrong with words that mean nothing beyond themselves. */
function wordFaults(typed: Typed): RowFaults {
  return withoutNulls({
    product: nameFault(typed.product, 200),
    producer: nameFault(typed.producer, 300),
    producerType: kindIn(typed) ? null : typed.producerType ? 'kind_unknown' : 'kind_missing',
    decisionNumber: typed.decisionNumber.length > 100 ? 'too_long' : null,
    decidedOn: typed.decidedOn && !dayIn(typed.decidedOn) ? 'not_a_day' : null,
  })
}

function nameFault(name: string, longest: number): string | null {
  if (name === '') return 'missing'
  if (name.length < 2) return 'too_short'
  return name.length > longest ? 'too_long' : null
}

function single(name: string): string {
  return name.replace(/\s+/g, ' ')
}

/** As the row says it; where it says nothing, as the name of the producer begins: "HTX …". */
function kindIn({ producerType, producer }: Typed): OwnerKind | null {
  return ownerKindOf(fold(producerType || producer))
}

function readStar(typed: Typed, { today }: RowWorld, faults: RowFaults) {
  const stars = starsIn(typed.stars)
  const year = yearIn(typed.year)
  const level = levelIn(typed.level)
  const thisYear = Number(today.slice(0, 4))
  const wrong = withoutNulls({
    stars: starsFault(typed.stars, stars),
    year: yearFault(typed.year, year, thisYear),
    level: level ? null : unreadable(typed.level, 'level_unreadable'),
  })
  Object.assign(faults, wrong)
  if (stars === null || year === null || level === null || wrong.stars || wrong.year) return null
  if (canHaveBeen({ stars, year, level }, thisYear)) return { stars, year, level }
  faults.level = stars === 5 || level === 'centre' ? 'five_are_the_centres' : 'districts_gave_three'
  return null
}

function starsFault(words: string, stars: number | null): string | null {
  if (stars === null) return unreadable(words, 'stars_unreadable')
  if (stars < 3) return 'stars_too_few'
  return stars > 5 ? 'stars_too_many' : null
}

function yearFault(words: string, year: number | null, thisYear: number): string | null {
  if (year === null) return unreadable(words, 'year_unreadable')
  if (year < 2018) return 'year_too_early'
  return year > thisYear ? 'year_in_future' : null
}

function unreadable(words: string, fault: string): string {
  return words ? fault : 'missing'
}

function withoutNulls(faults: Partial<Record<Field, string | null>>): RowFaults {
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== null))
}

function readPlace(commune: string, { communes, provinceId }: RowWorld, faults: RowFaults) {
  if (commune === '') return { unitId: provinceId, thenUnitId: provinceId }
  const found = communes.find(commune)
  if (found === undefined || found === 'ambiguous') {
    faults.commune = found ? 'commune_ambiguous' : 'commune_unknown'
    return null
  }
  return { unitId: found.todayId, thenUnitId: found.thenId }
}

/** The decision as the list names it. It is not on record here, so it is a note and no decision. */
function noteOf({ decisionNumber, decidedOn }: Typed): string {
  const day = dayIn(decidedOn)
  const words = [decisionNumber && `số ${decisionNumber}`, day && `ngày ${showDay(day)}`].filter(Boolean)
  return words.length > 0 ? `Theo danh sách: quyết định ${words.join(', ')}` : ''
}
