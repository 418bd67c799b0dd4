import type { PaperKind } from './paper-kinds.ts'

/** Who may own a product of the programme (Decision 26/2026/QĐ-TTg, article 2); the last only for tourism. */
export const ownerKinds = [
  'cooperative',
  'cooperative_group',
  'company',
  'farm',
  'household',
  'tourism_body',
] as const

export type OwnerKind = (typeof ownerKinds)[number]

export interface PaperNeed {
  kind: PaperKind
  /** `always`, or only where another law asks for it of this trade. */
  need: 'always' | 'if_law_requires' | 'if_any'
  source: string
}

const article2 = 'Quyết định 26/2026/QĐ-TTg, Điều 2'
const form02 = 'Quyết định 26/2026/QĐ-TTg, Phụ lục III, Mẫu 02'

const ofTheTrade: readonly PaperNeed[] = [
  { kind: 'production_eligibility', need: 'if_law_requires', source: form02 },
  { kind: 'quality_declaration', need: 'if_law_requires', source: form02 },
  { kind: 'intellectual_property', need: 'if_any', source: form02 },
  { kind: 'quality_system', need: 'if_any', source: form02 },
]

const registered: readonly PaperNeed[] = [
  { kind: 'business_registration', need: 'always', source: article2 },
  ...ofTheTrade,
]

/** The papers that each kind of owner brings, those always needed first. */
export const papersNeeded: Readonly<Record<OwnerKind, readonly PaperNeed[]>> = {
  cooperative: registered,
  company: registered,
  farm: registered,
  household: registered,
  cooperative_group: [
    { kind: 'cooperation_contract', need: 'always', source: 'Bộ luật Dân sự 2015, Điều 504' },
    { kind: 'business_registration', need: 'if_any', source: form02 },
    ...ofTheTrade,
  ],
  tourism_body: [
    { kind: 'founding_decision', need: 'always', source: article2 },
    { kind: 'business_registration', need: 'if_any', source: form02 },
    ...ofTheTrade,
  ],
}

/** The papers that an owner of this kind always needs and does not have in force on that day. */
export function missingPapers(
  kind: OwnerKind,
  papers: readonly { kind: PaperKind; validTo: string | null }[],
  day: string,
): PaperNeed[] {
  const inForce = new Set(
    papers.filter(({ validTo }) => !validTo || validTo >= day).map((paper) => paper.kind),
  )
  return papersNeeded[kind].filter(({ kind, need }) => need === 'always' && !inForce.has(kind))
}

/** The kind that a word of a list means, Vietnamese or English, in full or as it is usually cut short. */
export function ownerKindOf(word: string): OwnerKind | null {
  return words.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

/** Over the word folded; more exact ones first, since "hợp tác" begins two of them. */
const words: readonly (readonly [OwnerKind, RegExp])[] = [
  ['cooperative_group', /^(tht|to hop tac|cooperative[_ ]group)\b/],
  ['cooperative', /^(htx|lien hiep (htx|hop tac xa)|hop tac xa|cooperative|co-op|coop)\b/],
  ['company', /^(company|cong ty|cty|ct|doanh nghiep|dntn|dnnvv|dn|enterprise|business|firm|sme)\b/],
  ['farm', /^(farm|trang trai|chu trang trai)\b/],
  ['household', /^(household|hkd|hgd|ho|co so san xuat|co so|cssx)\b/],
  ['tourism_body', /^(tourism|hiep hoi|hoi|ban quan ly|trung tam quan ly|association|management)/],
]
