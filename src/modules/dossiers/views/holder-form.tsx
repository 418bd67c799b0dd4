import { Button } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { DossierHead } from '../read-dossier-head.ts'

/** Taking the dossier into one's hands, or putting it back for the colleagues. */
export function HolderForm({ head: { id, heldBy, version } }: { head: DossierHead }) {
  const { t } = useView()
  const mine = heldBy === 'me'
  return (
    <form method="post" action={`/dossiers/${id}/holder`}>
      <input type="hidden" name="version" value={version} />
      <Button type="submit" name="take" value={mine ? 'no' : 'yes'} variant="ghost" class="w-full">
        {t(`dossiers:page.desk.hold.${heldBy}`)}
      </Button>
    </form>
  )
}
