import { Note } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { DossierHead } from '../read-dossier-head.ts'

/** Before one acts on what a colleague has in hand. */
export function HeldNote({ head }: { head: Pick<DossierHead, 'heldBy' | 'holderName'> }) {
  const { t } = useView()
  if (head.heldBy !== 'other') return null
  return (
    <Note tone="warning" icon="user-round">
      {t('dossiers:page.desk.hold.by', { name: head.holderName })}
    </Note>
  )
}
