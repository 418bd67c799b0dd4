import type { Adviser } from '#modules/consultants/index.ts'
import type { Producer } from '#modules/producers/index.ts'
import { fold } from '#platform/db/fold.ts'
import { adviceOf, adviceReason } from '../adviser-conflict.ts'
import type { KnownSource } from './relations.ts'
import vi from './text/vi.json' with { type: 'json' }

export type KnownProducer = Pick<
  Producer,
  'id' | 'name' | 'unitPath' | 'address' | 'phone' | 'email' | 'representativeName' | 'taxCode'
>

/** A member as far as the system knows them. */
export interface MemberFacts {
  personId: string
  name: string
  email: string | null
  organisation: string
  /** The producers for which they act, or acted within the time that the council's rules look back. */
  producers: readonly KnownProducer[]
}

/** What a dossier's product may tie a member to. */
export interface DossierFacts {
  producer: KnownProducer
  advisers: readonly Adviser[]
}

export interface KnownConflict {
  source: KnownSource
  /** As it is noted, shown and printed on the minutes. */
  reason: string
  mandate: Pick<Adviser, 'mandateCode' | 'consultantId'> | null
}

/** The fact that keeps the member off the dossier, the strongest there is. A likeness of names is none: see `hintsOf`. */
export function knownConflict(member: MemberFacts, dossier: DossierFacts): KnownConflict | undefined {
  const advice = adviceOf(member, dossier.advisers)
  if (advice) return { source: 'mandate', reason: adviceReason(advice), mandate: advice }
  const { producer } = dossier
  const found = (source: Exclude<KnownSource, 'mandate'>, own = producer): KnownConflict => ({
    source,
    reason: vi.known[source].replace('{{producer}}', producer.name).replace('{{own}}', own.name),
    mandate: null,
  })
  if (member.producers.some(({ id }) => id === producer.id)) return found('holding')
  if (fold(member.organisation) === fold(producer.name)) return found('organisation')
  const sameOwner = member.producers.find((own) => sharesOwner(own, producer))
  if (sameOwner) return found('same_owner', sameOwner)
  if (same(member.email, producer.email)) return found('same_contact')
  const sameAddress = member.producers.find((own) => sharesAddress(own, producer) && isNumbered(own.address))
  return sameAddress && found('same_address', sameAddress)
}

/** What may be nothing: the chair looks at it and decides. */
export type Hint = 'same_name' | 'same_village'

/**
 * Likenesses that are no fact. Many people share a name, and the address of a village without a house number is that of
 * all who live there.
 */
export function hintsOf(member: MemberFacts, { producer }: Pick<DossierFacts, 'producer'>): Hint[] {
  const village = member.producers.some((own) => sharesAddress(own, producer) && !isNumbered(own.address))
  return [
    ...(same(member.name, producer.representativeName) ? ['same_name' as const] : []),
    ...(village ? ['same_village' as const] : []),
  ]
}

/** One tax code (its first ten digits are the enterprise's, whatever the branch), or one representative at one telephone. */
function sharesOwner(a: KnownProducer, b: KnownProducer): boolean {
  const code = ({ taxCode }: KnownProducer) => taxCode?.replaceAll('-', '').slice(0, 10) ?? null
  const phone = ({ phone }: KnownProducer) => phone?.replace(/\D/g, '') ?? null
  return (
    same(code(a), code(b)) || (same(a.representativeName, b.representativeName) && same(phone(a), phone(b)))
  )
}

function sharesAddress(a: KnownProducer, b: KnownProducer): boolean {
  return a.unitPath === b.unitPath && same(a.address, b.address)
}

function isNumbered(address: string | null): boolean {
  return /\d/.test(address ?? '')
}

function same(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.trim() !== '' && fold(a) === fold(b)
}
