import { TextArea, TextInput, useView } from '#platform/ui/index.ts'
import { fieldsOf, type TypedMove } from '../samples/move-form.ts'
import type { MoveKind } from '../samples/move-kinds.ts'

/** A form about a step with samples that came back. */
export interface ReturnedMove {
  kind: MoveKind
  typed: TypedMove
  faults: Readonly<Record<string, string>>
  message: string
}

interface MoveFieldsProps {
  kind: MoveKind
  returned?: ReturnedMove | undefined
  usual?: Partial<TypedMove> | undefined
}

/** The fields that a step with samples asks for. */
export function MoveFields({ kind, returned, usual = {} }: MoveFieldsProps) {
  const { t } = useView()
  const mine = returned?.kind === kind ? returned : undefined
  return (
    <>
      {fieldsOf(kind).map((name) => {
        const label =
          name === 'counterpart' ? `appraisal:sample.counterpart.${kind}` : `appraisal:sample.field.${name}`
        const field = {
          name,
          id: `${kind}-${name}`,
          label: t(label),
          value: mine ? mine.typed[name] : usual[name],
          fault: mine?.faults[name],
        }
        if (name === 'reason')
          return <TextArea key={name} {...field} rows={2} hint={t(`appraisal:sample.reason_hint.${kind}`)} />
        if (name === 'units')
          return <TextInput key={name} {...field} inputmode="numeric" maxlength={4} class="sm:max-w-32" />
        return <TextInput key={name} {...field} maxlength={500} />
      })}
    </>
  )
}
