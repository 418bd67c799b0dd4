import {
  type Band,
  type CriteriaSet,
  criteriaOf,
  marksOf,
  offersNone,
  partOf,
} from '#modules/regulation/index.ts'
import type { ScoreForm } from './score-form.ts'

/** The form of the set in the language of the page. `none` is what "none of these" is called there. */
export function scoreFormOf(
  set: CriteriaSet,
  { bands, locale, none }: { bands: readonly Band[]; locale: 'vi' | 'en'; none: string },
): ScoreForm {
  const nameOf = (thing: { nameVi: string; nameEn: string }) =>
    locale === 'en' ? thing.nameEn : thing.nameVi
  const textOf = (thing: { textVi: string; textEn: string }) =>
    locale === 'en' ? thing.textEn : thing.textVi
  const sections = set.parts.flatMap((part) => part.sections)
  return {
    parts: set.parts.map((part) => ({ code: part.code, name: nameOf(part), max: part.max })),
    criteria: criteriaOf(set).map((criterion) => {
      const section = sections.find(({ criteria }) => criteria.includes(criterion))
      const options = criterion.options.map((option) => ({
        group: option.case ?? null,
        option: { no: option.no, points: option.points, text: textOf(option), ...markOf(option) },
      }))
      const cases = criterion.cases ?? [null]
      const groups = cases.map((one) => ({
        name: one && nameOf(one),
        options: options.filter(({ group }) => one === null || group === one.no).map(({ option }) => option),
      }))
      // Where several may be ticked, none of these is to tick nothing and say so; where one counts, it is a choice.
      if (offersNone(criterion)) groups.push({ name: null, options: [{ no: 0, points: 0, text: none }] })
      return {
        code: criterion.code,
        name: nameOf(criterion),
        part: partOf(set, criterion.code) ?? '',
        section: section ? `${section.code} ${nameOf(section)}` : '',
        max: criterion.max,
        several: criterion.scoring === 'sum',
        onlyIf: criterion.onlyIf ?? null,
        groups,
        notes: (criterion.notes ?? []).map(textOf),
      }
    }),
    marks:
      set.marks === 'none'
        ? []
        : marksOf(set).map(({ criterion, rank, needed }) => ({ criterion, rank, needed })),
    bands: bands.map(({ rank, from }) => ({ rank, from: from / 100 })),
  }
}

function markOf({ minForRank }: { minForRank?: number | undefined }): { mark?: number } {
  return minForRank === undefined ? {} : { mark: minForRank }
}
