import { Note, useView } from '#platform/ui/index.ts'
import type { WeakPaper } from '../weak-papers.ts'

/** Says which papers will not outlast what leans on them, with the way to the vault. Nothing where all will. */
export function WeakPapers({
  papers,
  producerId,
  title,
}: {
  papers: readonly WeakPaper[]
  producerId: string
  title: string
}) {
  const { t } = useView()
  if (papers.length === 0) return null
  return (
    <Note tone="warning" title={title}>
      <ul class="list-disc pl-5">
        {papers.map(({ paperId, kind, title: named, validTo, newerId }) => (
          <li key={paperId}>
            <a class="lnk" href={`/producers/${producerId}/papers/${newerId ?? paperId}`}>
              {named || t(`producers:paper.${kind}`)}
            </a>
            {validTo && `, ${t('producers:papers.valid_to', { day: validTo })}`}
            {newerId && `, ${t('dossiers:page.vault.has_newer')}`}
          </li>
        ))}
      </ul>
    </Note>
  )
}
