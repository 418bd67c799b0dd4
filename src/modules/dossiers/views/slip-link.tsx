import { Button, useView } from '#platform/ui/index.ts'

/** The receipt slip of a dossier, to print. */
export function SlipLink({ dossierId }: { dossierId: string }) {
  const { t } = useView()
  return (
    <Button href={`/dossiers/${dossierId}/slip.pdf`} size="sm" icon="printer">
      {t('dossiers:page.look_up.slip')}
    </Button>
  )
}
