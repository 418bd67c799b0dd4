import { showDay } from '#platform/dates.ts'
import { Table, useView } from '#platform/ui/index.ts'
import type { CouncilChange } from '../change-store.ts'

interface ChangeListProps {
  changes: readonly CouncilChange[]
  nameOf(personId: string): string
}

/** What changed in the council's seats since it was set up, each with its decision. */
export function ChangeList({ changes, nameOf }: ChangeListProps) {
  const { t } = useView()
  if (changes.length === 0) return null
  return (
    <Table
      caption={t('seats:history')}
      head={[{ label: t('seats:what') }, { label: t('seats:by') }, { label: t('seats:decision.reason') }]}
      rows={changes.map(({ kind, personId, successorId, number, decidedOn, signer, reason }) => [
        t(`seats:kinds.${kind}`, { name: nameOf(personId), successor: nameOf(successorId ?? '') }),
        t('seats:said', { number, day: showDay(decidedOn), signer }),
        reason,
      ])}
    />
  )
}
