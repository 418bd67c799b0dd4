import { type Answers, type CriteriaSet, type Criterion, criteriaOf } from '#modules/regulation/index.ts'

/** The answer "none of these", as the form hands it in. */
export const noneValue = '0'

/** The name of the controls of a line of the sheet. */
export const answerName = (criterion: string) => `answer:${criterion}`

/** The answers of a practice sheet. What the sheet does not offer is left out: nothing of it is kept. */
export function readPractice(form: FormData, set: CriteriaSet): Answers {
  const entries = criteriaOf(set).flatMap((criterion) => {
    const given = form.getAll(answerName(criterion.code)).map(String)
    return given.length === 0 ? [] : [[criterion.code, optionsIn(criterion, given)] as const]
  })
  return Object.fromEntries(entries.filter(([, options]) => options !== null)) as Answers
}

/** The answers as the hidden fields of a form carry them on. */
export function practiceFields(answers: Answers): [name: string, value: string][] {
  return Object.entries(answers).flatMap(([code, options]) =>
    (options.length === 0 ? [noneValue] : options.map(String)).map((value): [string, string] => [
      answerName(code),
      value,
    ]),
  )
}

function optionsIn({ options, scoring }: Criterion, given: readonly string[]): number[] | null {
  if (given.includes(noneValue)) return []
  const known = options.map(({ no }) => no).filter((no) => given.includes(String(no)))
  if (known.length === 0) return null
  return scoring === 'sum' ? known : known.slice(0, 1)
}
