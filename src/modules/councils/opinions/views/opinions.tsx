import { showMoment } from '#platform/dates.ts'
import { Button, Panel, TextArea, useView } from '#platform/ui/index.ts'
import type { CouncilOpinion } from '../opinion-store.ts'

interface OpinionsProps {
  /** Where the dossier is. */
  address: string
  opinions: readonly CouncilOpinion[]
  names: ReadonlyMap<string, string>
  /** Whether the reader may write one. */
  writes: boolean
  /** What was typed in a form that came back. */
  typed: string | undefined
}

/** What those who advise the council think of the dossier: no score, and none of it counts. */
export function Opinions({ address, opinions, names, writes, typed }: OpinionsProps) {
  const { t } = useView()
  if (opinions.length === 0 && !writes) return null
  return (
    <Panel title={t('councils:opinion.title')} lead={t('councils:opinion.lead')}>
      <ul class="grid gap-3">
        {opinions.map(({ id, personId, words, writtenAt }) => (
          <li key={id}>
            <b>{names.get(personId) ?? personId}</b>
            <span class="text-sm text-ink-2"> {showMoment(writtenAt)}</span>
            <p class="whitespace-pre-line">{words}</p>
          </li>
        ))}
      </ul>
      {writes && (
        <form method="post" action={`${address}/opinions`} class="mt-4 grid gap-3">
          <TextArea label={t('councils:opinion.words')} name="words" value={typed} required />
          <div>
            <Button variant="primary">{t('councils:opinion.submit')}</Button>
          </div>
        </form>
      )}
    </Panel>
  )
}
