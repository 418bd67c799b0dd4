import { Button, EvidenceChip, useView } from '#platform/ui/index.ts'
import type { Evidence } from '../evidence-store.ts'

/** Files that can be opened and, where the part is open, taken out. */
export function EvidenceFiles({
  evidence,
  removable,
}: {
  evidence: readonly Evidence[]
  removable: boolean
}) {
  const { t } = useView()
  return (
    <ul class="mt-2 flex flex-wrap gap-2">
      {evidence.map(({ id, dossierId, title, contentType }) => (
        <li key={id} class="flex items-center gap-1">
          <EvidenceChip
            href={`/dossiers/${dossierId}/evidence/${id}`}
            label={title}
            kind={contentType.startsWith('image/') ? 'picture' : 'paper'}
          />
          {removable && (
            <form method="post" action={`/dossiers/${dossierId}/evidence/${id}/removal`}>
              <Button
                variant="ghost"
                size="sm"
                icon="trash-2"
                label={t('dossiers:page.filing.remove_file', { title })}
              />
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
