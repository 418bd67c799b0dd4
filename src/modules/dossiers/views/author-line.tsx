import { dayOf, showDay, showTime } from '#platform/dates.ts'
import { useView } from '#platform/ui/index.ts'
import type { FieldAuthor } from '../field-author.ts'
import type { DossierFile } from '../read-dossier-file.ts'

/** Who wrote a field last, and when: for the producer, its consultant and the officers alike. */
export function AuthorLine({ file, field }: { file: Pick<DossierFile, 'authors'>; field: string }) {
  const author = file.authors.get(field)
  if (!author) return null
  return (
    <span class="noprint mt-0.5 block text-sm font-normal text-ink-2">
      <AuthorWords author={author} />
    </span>
  )
}

/** `Lan (tư vấn) · 24/11/2026 14:05`. */
export function AuthorWords({ author: { name, asConsultant, at } }: { author: FieldAuthor }) {
  const { t } = useView()
  const who = asConsultant ? t('dossiers:page.filing.as_consultant', { name }) : name
  return (
    <>
      {who} · {showDay(dayOf(at))} {showTime(at).slice(0, 5)}
    </>
  )
}
