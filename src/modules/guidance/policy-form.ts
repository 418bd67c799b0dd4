import { isDay } from '#platform/dates.ts'
import { type CriterionKind, readKind } from './criterion-kinds.ts'
import type { SupportPolicy } from './policy-store.ts'

const fields = ['title', 'decisionNumber', 'pays', 'link', 'validFrom', 'validTo'] as const
type PolicyField = (typeof fields)[number]

/** What the form of a policy brought, as typed. */
export type TypedPolicy = Record<PolicyField, string> & { kinds: CriterionKind[]; isVerified: boolean }
export type PolicyFaults = Partial<Record<PolicyField | 'isVerified', string>>

export function typedPolicy(form: FormData): TypedPolicy {
  const texts = fields.map((name) => [
    name,
    String(form.get(name) ?? '')
      .trim()
      .normalize('NFC'),
  ])
  return {
    ...(Object.fromEntries(texts) as Record<PolicyField, string>),
    kinds: form.getAll('kinds').flatMap((kind) => readKind(String(kind)) ?? []),
    isVerified: form.get('isVerified') !== null,
  }
}

/** What would have to be typed for a policy of these facts; what is left out is empty. */
export function typedPolicyOf(facts: Partial<TypedPolicy>): TypedPolicy {
  return { ...typedFromPolicy(), ...facts }
}

/** What would have to be typed for the policy to be as it is; empty for a new one. */
export function typedFromPolicy(policy?: SupportPolicy): TypedPolicy {
  const texts = fields.map((name) => [name, policy?.[name] ?? ''])
  return {
    ...(Object.fromEntries(texts) as Record<PolicyField, string>),
    kinds: policy?.kinds.flatMap((kind) => readKind(kind) ?? []) ?? [],
    isVerified: policy?.isVerified ?? false,
  }
}

/** What is wrong with what was typed; empty when it may be stored. The values are keys of sentences. */
export function policyFaults(typed: TypedPolicy): PolicyFaults {
  const faults: PolicyFaults = {}
  const check = (field: keyof PolicyFaults, wrong: boolean, fault: string) => {
    if (wrong) faults[field] ??= fault
  }
  check('title', typed.title === '', 'title_missing')
  check('pays', typed.pays === '', 'pays_missing')
  for (const field of fields) check(field, typed[field].length > (field === 'pays' ? 4000 : 500), 'too_long')
  check('link', typed.link !== '' && !isLink(typed.link), 'link')
  for (const field of ['validFrom', 'validTo'] as const)
    check(field, typed[field] !== '' && !isDay(typed[field]), 'day')
  check('validTo', typed.validTo !== '' && typed.validFrom > typed.validTo, 'span')
  check('decisionNumber', typed.isVerified && typed.decisionNumber === '', 'number_missing')
  return faults
}

/** The facts in what was typed; meaningful only when `policyFaults` finds none. */
export function policyFacts({ kinds, isVerified, ...texts }: TypedPolicy) {
  return {
    title: texts.title,
    pays: texts.pays,
    decisionNumber: texts.decisionNumber || null,
    link: texts.link || null,
    validFrom: texts.validFrom || null,
    validTo: texts.validTo || null,
    kinds: [...new Set(kinds)],
    isVerified,
  }
}

function isLink(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return (url?.protocol === 'https:' || url?.protocol === 'http:') && /^https?:\/\//.test(text)
}
