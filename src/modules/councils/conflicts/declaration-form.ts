import { textOf } from '../typed-council.ts'
import { type Tie, tieOf } from './relations.ts'

/** A declaration as it was typed: `tie:<dossier>` and `note:<dossier>` for each that the page named. */
export interface TypedDeclaration {
  seen: string[]
  ties: { dossierId: string; relation: Tie; note: string }[]
  noneElse: boolean
}

export function typedDeclaration(form: FormData): TypedDeclaration {
  const seen = form.getAll('seen').map(String)
  const ties = [...new Set(form.keys())].flatMap((name) => {
    const dossierId = name.match(/^tie:(.+)$/)?.[1]
    const relation = dossierId && tieOf(textOf(form, name))
    return relation ? [{ dossierId, relation, note: textOf(form, `note:${dossierId}`) }] : []
  })
  return { seen, ties, noneElse: form.has('noneElse') }
}
