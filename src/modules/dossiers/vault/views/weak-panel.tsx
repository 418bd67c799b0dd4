import { Note, useView } from '#platform/ui/index.ts'
import type { WeakPaper } from '../weak-papers.ts'

/** Says which papers will not outlast what leans on them, with the way to the vault for who reads it. Nothing where all will. */
export function WeakPapers({
  papers,
  producerId,
  title,
  opensVault = true,
}: {
  papers: readonly WeakPaper[]
  producerId: string
  title: string
  /** A consultant works in the dossier and does not read the vault. */
  opensVault?: boolean
}) {
  const { t } = useView()
  if (papers.length === 0) return null
  return (
    <Note tone="warning" title={title}>
      <ul class="list-disc pl-5">
        {papers.map(({ paperId, kind, title: named, validTo, newerId }) => {
          const name = named || t(`producers:paper.${kind}`)
          return (
            <li key={paperId}>
              {opensVault ? (
                <a class="lnk" href={`/producers/${producerId}/papers/${newerId ?? paperId}`}>
                  {name}
                </a>
              ) : (
                name
              )}
              {validTo && `, ${t('producers:papers.valid_to', { day: validTo })}`}
              {newerId && `, ${t('dossiers:page.vault.has_newer')}`}
            </li>
          )
        })}
      </ul>
    </Note>
  )
}
