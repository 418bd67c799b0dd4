import { Button, EvidenceChip, useView } from '#platform/ui/index.ts'
import type { Evidence } from '../evidence-store.ts'
import { evidenceField } from '../field-author.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { AuthorLine } from './author-line.tsx'

/** Files that can be opened and, where the part is open, taken out. */
export function EvidenceFiles({
  file,
  evidence,
  removable,
}: {
  file: Pick<DossierFile, 'authors' | 'weak'>
  evidence: readonly Evidence[]
  removable: boolean
}) {
  const { t } = useView()
  return (
    <ul class="mt-2 flex flex-wrap gap-2">
      {evidence.map(({ id, dossierId, title, contentType, paperId, pages }) => (
        <li key={id} class="flex flex-wrap items-center gap-x-2 gap-y-0">
          <EvidenceChip
            href={`/dossiers/${dossierId}/evidence/${id}`}
            label={pages.length > 1 ? t('dossiers:page.vault.paged', { title, n: pages.length }) : title}
            bad={file.weak.some((one) => one.paperId === paperId)}
            kind={contentType.startsWith('image/') ? 'picture' : 'paper'}
            file={{ contentType, pages: pages.length }}
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
          <AuthorLine file={file} field={evidenceField(id)} />
        </li>
      ))}
    </ul>
  )
}
