import type { CriteriaSet, Part, Section } from '#modules/regulation/index.ts'
import { Refusal } from '#platform/refusal.ts'

export interface SectionPlace {
  part: Part
  section: Section
  /** The code of the section after it on the sheet. */
  next: string | undefined
}

/** A section of the sheet by its code, with its part. @throws Refusal `not_found` */
export function findSection(set: CriteriaSet, code: string): SectionPlace {
  const all = set.parts.flatMap((part) => part.sections.map((section) => ({ part, section })))
  const at = all.findIndex(({ section }) => section.code === code)
  const found = all[at]
  if (!found) throw new Refusal('not_found', 'dossiers.section_unknown')
  return { ...found, next: all[at + 1]?.section.code }
}
