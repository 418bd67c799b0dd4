import { showDay } from '#platform/dates.ts'
import { Button, Icon, Note, Panel, StatusBadge, useView } from '#platform/ui/index.ts'
import { papersNeeded } from '../owner-kinds.ts'
import type { Paper } from '../producer-store.ts'
import type { ProducerPageFacts } from '../read-producer-page.ts'

type PaperPanelProps = Pick<ProducerPageFacts, 'producer' | 'papers' | 'missing' | 'changeable'> & {
  today: string
}

/** The papers that there are, those that are missing, and what an owner of this kind needs by which rule. */
export function PaperPanel({ producer, papers, missing, changeable, today }: PaperPanelProps) {
  const { t } = useView()
  const add = changeable && (
    <Button href={`/producers/${producer.id}/papers/new`} icon="file-plus" size="sm">
      {t('producers:papers.add')}
    </Button>
  )
  return (
    <Panel id="papers" title={t('producers:papers.title')} lead={t('producers:papers.lead')} actions={add}>
      {missing.length > 0 && (
        <Note tone="warning" title={t('producers:papers.missing')} class="mb-4">
          <ul>
            {missing.map(({ kind, source }) => (
              <li key={kind}>
                {t('producers:papers.missing_text', { paper: t(`producers:paper.${kind}`), source })}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {papers.length === 0 ? (
        <p class="text-ink-2">{t('producers:papers.none')}</p>
      ) : (
        <ul class="divide-y divide-line">
          {papers.map((paper) => (
            <PaperLine key={paper.id} {...{ paper, changeable, today }} />
          ))}
        </ul>
      )}
      <details class="mt-4">
        <summary class="lnk flex min-h-11 items-center gap-2">
          <Icon name="list-checks" />
          {t('producers:papers.needed')}
        </summary>
        <ul class="mt-2 list-disc space-y-1 pl-6">
          {papersNeeded[producer.kind].map(({ kind, need, source }) => (
            <li key={kind}>
              {t(`producers:paper.${kind}`)} ({t(`producers:papers.${need}`)})
              <span class="block text-sm text-ink-2">{source}</span>
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  )
}

interface PaperLineProps {
  paper: Paper
  changeable: boolean
  today: string
}

function PaperLine({ paper, changeable, today }: PaperLineProps) {
  const { t } = useView()
  const { number, issuer, issuedOn, note } = paper
  const facts = [number, issuer, issuedOn && showDay(issuedOn)].filter(Boolean).join(' · ')
  return (
    <li class="py-3 first:pt-0">
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b>{t(`producers:paper.${paper.kind}`)}</b>
        <Validity {...{ paper, today }} />
      </p>
      {facts && <p class="text-ink-2">{facts}</p>}
      {note && <p class="whitespace-pre-line text-sm text-ink-2">{note}</p>}
      <div class="mt-1 flex flex-wrap items-start gap-x-4">
        {paper.fileId && (
          <a class="lnk inline-flex min-h-11 items-center gap-2" href={`/files/${paper.fileId}`}>
            <Icon name="file-text" />
            {t('producers:papers.open')}
          </a>
        )}
        {changeable && <Removal paper={paper} />}
      </div>
    </li>
  )
}

function Validity({ paper: { validTo }, today }: Pick<PaperLineProps, 'paper' | 'today'>) {
  const { t } = useView()
  if (!validTo) return null
  if (validTo < today) {
    return <StatusBadge tone="error">{t('producers:papers.expired', { day: validTo })}</StatusBadge>
  }
  return <StatusBadge tone="neutral">{t('producers:papers.valid_to', { day: validTo })}</StatusBadge>
}

/** Removing asks first, without a script: what will happen stands beside the button. */
function Removal({ paper }: { paper: Paper }) {
  const { t } = useView()
  return (
    <details class="noprint">
      <summary class="lnk inline-flex min-h-11 items-center gap-2">
        <Icon name="trash-2" />
        {t('producers:papers.remove')}
      </summary>
      <form method="post" action={`/producers/${paper.producerId}/papers/${paper.id}/removal`} class="pb-2">
        <p class="mb-2">{t('producers:papers.remove_sure')}</p>
        <Button variant="danger" size="sm">
          {t('producers:papers.remove')}
        </Button>
      </form>
    </details>
  )
}
