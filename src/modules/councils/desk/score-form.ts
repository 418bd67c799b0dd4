/** One answer as a member chooses it; `no` 0 is "none of these". */
export interface FormOption {
  no: number
  points: number
  text: string
  mark?: number
}

/** Answers that belong together: the one group of most criteria, or the cases of those that offer two. */
export interface FormGroup {
  name: string | null
  options: FormOption[]
}

export interface FormCriterion {
  code: string
  name: string
  part: string
  section: string
  max: number
  /** Several options may be ticked and add up. */
  several: boolean
  /** The criterion that must be above 0 for this one to count. */
  onlyIf: string | null
  groups: FormGroup[]
  notes: string[]
}

export interface FormMark {
  criterion: string
  rank: number
  needed: number
}

/**
 * A criteria set as the desk needs it, in one language: plain data, so that a browser adds up as the server does and
 * knows nothing else of the law.
 */
export interface ScoreForm {
  parts: { code: string; name: string; max: number }[]
  criteria: FormCriterion[]
  marks: FormMark[]
  /** Where the ranks begin, in points. */
  bands: { rank: number; from: number }[]
}

/** All answers that a criterion offers, in the order of the sheet. */
export function optionsOf({ groups }: FormCriterion): FormOption[] {
  return groups.flatMap(({ options }) => options)
}
