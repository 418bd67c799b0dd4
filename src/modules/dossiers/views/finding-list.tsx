import { StatusBadge } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { type CommuneReport, communeContents } from '../commune-contents.ts'

/** What the commune found on each of the four contents. */
export function FindingList({ report }: { report: CommuneReport }) {
  const { t } = useView()
  return (
    <ol class="space-y-3">
      {communeContents.map((content, place) => {
        const { met, note } = report[content]
        return (
          <li key={content}>
            <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
              <b>
                {place + 1}. {t(`dossiers:content.${content}`)}
              </b>
              <StatusBadge tone={met ? 'success' : 'error'}>
                {t(met ? 'dossiers:page.desk.proposal.met' : 'dossiers:page.desk.proposal.unmet')}
              </StatusBadge>
            </p>
            {note && <p class="whitespace-pre-line text-ink-2">{note}</p>}
          </li>
        )
      })}
    </ol>
  )
}
