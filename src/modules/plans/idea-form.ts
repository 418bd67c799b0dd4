import { productSet } from '#modules/products/index.ts'

/** An idea as it was typed. */
export interface TypedIdea {
  producerId: string
  /** A product that is registered already; nothing for a new one. */
  productId: string
  name: string
  /** Number of the product set, or nothing while it is not decided. */
  productSetNo: string
  description: string
  material: string
  market: string
  support: string
  expectedStars: string
  expectedYear: string
}

export type IdeaField = keyof TypedIdea
export type IdeaFaults = Partial<Record<IdeaField, string>>

const longest: Record<IdeaField, number> = {
  producerId: 100,
  productId: 100,
  name: 200,
  productSetNo: 2,
  description: 4000,
  material: 2000,
  market: 2000,
  support: 2000,
  expectedStars: 1,
  expectedYear: 4,
}

export const ideaFields = Object.keys(longest) as IdeaField[]

/** What a form brought, as typed: fields that it lacks are empty. */
export function typedIdea(form: Record<string, unknown>): TypedIdea {
  const read = (name: string) => (typeof form[name] === 'string' ? form[name].trim().normalize('NFC') : '')
  return Object.fromEntries(ideaFields.map((name) => [name, read(name)])) as unknown as TypedIdea
}

/** What is wrong with an idea as typed, by field. An idea may be kept half done; `year` is that of today. */
export function ideaFaults(typed: TypedIdea, year: number): IdeaFaults {
  const faults: IdeaFaults = {}
  for (const field of ideaFields) if (typed[field].length > longest[field]) faults[field] = 'too_long'
  if (typed.name === '' && typed.productId === '') faults.name = 'name_missing'
  if (typed.productSetNo !== '' && !productSet(Number(typed.productSetNo)))
    faults.productSetNo = 'set_unknown'
  if (!['', '3', '4', '5'].includes(typed.expectedStars)) faults.expectedStars = 'stars'
  if (!isYear(typed.expectedYear, year)) faults.expectedYear = 'year'
  return faults
}

/** What an idea cannot be sent without: the commune decides on it. */
export function missingInIdea(idea: { description: string; material: string }): IdeaField[] {
  return (['description', 'material'] as const).filter((field) => idea[field].trim() === '')
}

/** A year of a plan: from last year, for what is written down late, to ten years ahead. */
export function isYear(text: string, thisYear: number): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= thisYear - 1 && Number(text) <= thisYear + 10
}

/** The columns of what was typed; meaningful only where `ideaFaults` finds none. */
export function ideaColumns(typed: TypedIdea) {
  const { description, material, market, support, expectedStars, expectedYear, productSetNo } = typed
  return {
    ...{ description, material, market, support },
    productSetNo: productSetNo === '' ? null : Number(productSetNo),
    expectedStars: expectedStars === '' ? null : Number(expectedStars),
    expectedYear: Number(expectedYear),
  }
}
