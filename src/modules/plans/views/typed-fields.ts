import type { Translate } from '#platform/text/translator.ts'

/** What every field of a form here is given: its name, its words, what was typed, what is wrong with it. */
export function fieldsOf<Field extends string>(
  t: Translate,
  {
    group,
    typed,
    faults,
  }: {
    group: string
    typed: Readonly<Record<Field, string>>
    faults: Readonly<Partial<Record<Field, string>>>
  },
) {
  return (name: Field, words: string = name) => {
    const fault = faults[name]
    return {
      name,
      label: t(`plans:${group}.${words}`),
      value: typed[name],
      fault: fault && t(`plans:fault.${fault}`),
    }
  }
}
