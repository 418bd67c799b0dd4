import { EvidenceChip } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { Evidence } from '../evidence-store.ts'

/** The files that prove one thing; says so where there is none. */
export function EvidenceChips({ papers }: { papers: readonly Evidence[] }) {
  const { t } = useView()
  if (papers.length === 0) return <span class="text-sm text-ink-2">{t('dossiers:page.desk.no_paper')}</span>
  return (
    <span class="flex flex-wrap gap-2">
      {papers.map(({ id, dossierId, title, contentType, pages }) => (
        <EvidenceChip
          key={id}
          href={`/dossiers/${dossierId}/evidence/${id}`}
          label={title}
          kind={contentType.startsWith('image/') ? 'picture' : 'paper'}
          file={{ contentType, pages: pages.length }}
        />
      ))}
    </span>
  )
}
