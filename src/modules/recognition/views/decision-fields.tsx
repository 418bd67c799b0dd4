import { DateInput, TextInput } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { DecisionFaults, NewDecision } from '../decision-faults.ts'

interface DecisionFieldsProps {
  typed: NewDecision
  faults: DecisionFaults
  /** Tells the fields of several forms on one page apart. */
  id: string
  /** Only some outcomes need a decision. */
  optional?: boolean | undefined
  /** A letter's number may be left to the series. */
  words?: 'decision' | 'letter'
}

/** What every decision is asked for: its number, its day, who signs. */
export function DecisionFields({ typed, faults, id, optional, words = 'decision' }: DecisionFieldsProps) {
  const { t } = useView()
  const field = (name: keyof NewDecision) => ({
    id: `${id}-${name}`,
    name,
    label: t(`recognition:decision.${name}`),
    value: typed[name],
    required: !optional,
    fault: faults[name] && t(`recognition:fault.${faults[name]}`),
  })
  return (
    <div class="grid gap-4 sm:grid-cols-2">
      <TextInput
        {...field('number')}
        {...(words === 'letter' ? { label: t('recognition:pack.number'), required: false } : {})}
        hint={t(words === 'letter' ? 'recognition:pack.number_hint' : 'recognition:decision.number_hint')}
        maxlength={60}
        autocomplete="off"
      />
      <DateInput {...field('decidedOn')} />
      <TextInput {...field('signerName')} maxlength={120} />
      <TextInput {...field('signerPost')} maxlength={200} />
    </div>
  )
}
