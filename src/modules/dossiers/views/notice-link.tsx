import { useView } from '#platform/ui/view.ts'

/** The request to mend as a paper, to print or to write on. */
export function NoticeLink({ dossierId, fixListId }: { dossierId: string; fixListId: string }) {
  const { t } = useView()
  const paper = `/dossiers/${dossierId}/returns/${fixListId}`
  return (
    <span class="noprint text-sm">
      <a class="lnk" href={`${paper}.pdf`}>
        {t('dossiers:page.cannot.notice')}
      </a>{' '}
      <a class="lnk" href={`${paper}.docx`}>
        Word
      </a>
    </span>
  )
}
