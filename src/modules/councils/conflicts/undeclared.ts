import type { AgendaItem } from '../session-store.ts'

/** The dossiers that may still be scored and of which the member has declared nothing: they stay shut to the member. */
export function undeclaredBy(
  personId: string,
  {
    agenda,
    declarations,
  }: {
    agenda: readonly AgendaItem[]
    declarations: readonly { personId: string; dossierId: string }[]
  },
): AgendaItem[] {
  const declared = new Set(
    declarations.filter((one) => one.personId === personId).map(({ dossierId }) => dossierId),
  )
  return agenda.filter((item) => mayStillBeScored(item) && !declared.has(item.dossierId))
}

/** Whether a declaration can still count: the council has not done with the dossier. */
export function mayStillBeScored({ status }: Pick<AgendaItem, 'status'>): boolean {
  return status !== 'closed' && status !== 'released'
}
