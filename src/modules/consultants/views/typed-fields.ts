import type { Translate } from '#platform/text/translator.ts'

/** What every field of a form here is given: its name, its words, what was typed, what is wrong with it. */
export function fieldsOf<Typed extends object>(
  t: Translate,
  { group, typed, faults = {} }: { group: string; typed: Typed; faults?: Record<string, string> | undefined },
) {
  return <Name extends keyof Typed & string>(name: Name) => ({
    name,
    label: t(`consultants:${group}.${name}`),
    value: String(typed[name] ?? ''),
    fault: faults[name],
  })
}
