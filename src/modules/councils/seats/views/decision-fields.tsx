import { DateInput, TextInput, useView } from '#platform/ui/index.ts'
import type { SeatDecision } from '../seat-decision.ts'

/** The decision by which a seat changes. */
export function DecisionFields({ typed, today }: { typed?: SeatDecision | undefined; today: string }) {
  const { t } = useView()
  return (
    <>
      <TextInput label={t('seats:decision.number')} name="number" value={typed?.number} required />
      <DateInput
        label={t('seats:decision.decidedOn')}
        name="decidedOn"
        value={typed?.decidedOn ?? today}
        required
      />
      <TextInput label={t('seats:decision.signer')} name="signer" value={typed?.signer} required />
      <TextInput label={t('seats:decision.reason')} name="reason" value={typed?.reason} required />
    </>
  )
}
