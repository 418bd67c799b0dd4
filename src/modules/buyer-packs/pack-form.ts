import { z } from 'zod'
import type { OfferTerms } from './buyer-pack-tables.ts'

/** What is written of one product, as it was typed. */
export type TypedTerms = Record<TermsField, string>
export const termsFields = [
  'packSize',
  'price',
  'minimumOrder',
  'monthlyCapacity',
  'seasonFrom',
  'seasonTo',
  'shelfLife',
] as const
export type TermsField = (typeof termsFields)[number]

/** A pack as it was typed: what is written of products that are not ticked is kept too, so that nothing typed is lost. */
export interface TypedPack {
  name: string
  buyer: string
  contact: string
  note: string
  products: string[]
  papers: string[]
  terms: Record<string, TypedTerms>
}

/** By field: `name`, `products`, `price:<product>`. */
export type PackFaults = Partial<Record<string, string>>

/** What the field of a product is called in the form. */
export const termsName = (field: TermsField, productId: string): string => `${field}:${productId}`

/** What a form brought, as typed; fields that it lacks are empty. */
export function typedPack(form: FormData): TypedPack {
  const read = (name: string) => textOf(form.get(name))
  const all = (name: string) => form.getAll(name).map(textOf).filter(Boolean)
  const mentioned = [...form.keys()].flatMap((name) => /^packSize:(.+)$/.exec(name)?.[1] ?? [])
  const termsOf = (id: string) =>
    Object.fromEntries(termsFields.map((field) => [field, read(termsName(field, id))])) as TypedTerms
  return {
    ...{ name: read('name'), buyer: read('buyer'), contact: read('contact'), note: read('note') },
    ...{ products: all('product'), papers: all('paper') },
    terms: Object.fromEntries(mentioned.map((id) => [id, termsOf(id)])),
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().normalize('NFC') : ''
}

const words = (most: number) => z.string().max(most, 'too_long').transform(orNull)
const month = z
  .string()
  .regex(/^([1-9]|1[0-2])?$/, 'month')
  .transform((text) => (text === '' ? null : Number(text)))

/** The terms of one product: whole đồng with or without dots between thousands, months by their numbers. */
export const Terms = z
  .object({
    packSize: words(200),
    price: z
      .string()
      .transform((text) => text.replace(/\s|₫|đ$/gu, ''))
      .pipe(z.string().regex(/^(\d{1,3}(\.\d{3}){0,3}|\d{1,12})?$/, 'price'))
      .transform((text) => (text === '' ? null : Number(text.replaceAll('.', ''))))
      .refine((price) => price !== 0, 'price'),
    minimumOrder: words(200),
    monthlyCapacity: words(200),
    seasonFrom: month,
    seasonTo: month,
    shelfLife: words(200),
  })
  .refine(({ seasonFrom, seasonTo }) => (seasonFrom === null) === (seasonTo === null), {
    message: 'half_a_season',
    path: ['seasonTo'],
  })

const Head = z.object({
  name: z.string().min(1, 'name_missing').max(200, 'too_long'),
  buyer: words(200),
  contact: words(500),
  note: words(2000),
})

export type PackContent = z.infer<typeof Head> & {
  products: ({ productId: string } & OfferTerms)[]
  paperIds: string[]
}

/** What a typed pack says, or what is wrong with it by field. Whose the products and papers are is not judged here. */
export function readPackForm(typed: TypedPack): { content: PackContent } | { faults: PackFaults } {
  const head = Head.safeParse(typed)
  const chosen = [...new Set(typed.products)].map((productId) => ({
    productId,
    read: Terms.safeParse(typed.terms[productId] ?? noTerms),
  }))
  const faults: PackFaults = {
    ...faultsOf(head),
    ...Object.assign({}, ...chosen.map(({ productId, read }) => faultsOf(read, productId))),
    ...(chosen.length === 0 && { products: 'nothing_chosen' }),
  }
  if (!head.success || Object.keys(faults).length > 0) return { faults }
  const products = chosen.flatMap(({ productId, read }) =>
    read.success ? [{ productId, ...read.data }] : [],
  )
  return { content: { ...head.data, products, paperIds: [...new Set(typed.papers)] } }
}

const noTerms = Object.fromEntries(termsFields.map((field) => [field, ''])) as TypedTerms

function faultsOf(read: z.ZodSafeParseResult<unknown>, productId?: string): PackFaults {
  const issues = (read.error?.issues ?? []).toReversed()
  return Object.fromEntries(
    issues.map(({ path, message }) => [
      productId ? termsName(path[0] as TermsField, productId) : String(path[0]),
      message,
    ]),
  )
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}

/** A kept pack, to be typed over. */
export function typedFromContent({ products, paperIds, ...head }: PackContent): TypedPack {
  const terms = products.map(({ productId, ...kept }) => {
    const typed = termsFields.map((field) => [field, kept[field] === null ? '' : String(kept[field])])
    return [productId, Object.fromEntries(typed) as TypedTerms]
  })
  return {
    ...{ name: head.name, buyer: head.buyer ?? '', contact: head.contact ?? '', note: head.note ?? '' },
    ...{ products: products.map(({ productId }) => productId), papers: paperIds },
    terms: Object.fromEntries(terms),
  }
}
