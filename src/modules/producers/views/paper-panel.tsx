import { addDays, showDay } from '#platform/dates.ts'
import { Button, Icon, Note, Panel, StatusBadge, useView } from '#platform/ui/index.ts'
import { papersNeeded } from '../owner-kinds.ts'
import { paperSoonDays } from '../paper-status.ts'
import type { PaperWithPages } from '../paper-store.ts'
import type { ProducerPageFacts } from '../read-producer-page.ts'

type PaperPanelProps = Pick<ProducerPageFacts, 'producer' | 'papers' | 'missing' | 'changeable'> & {
  today: string
}

/** The papers that there are, those that are missing, and what an owner of this kind needs by which rule. */
export function PaperPanel({ producer, papers, missing, changeable, today }: PaperPanelProps) {
  const { t } = useView()
  const vault = `/producers/${producer.id}/papers`
  const actions = (
    <>
      <Button href={vault} icon="archive" size="sm">
        {t('producers:papers.vault')}
      </Button>
      {changeable && (
        <Button href={`${vault}/new`} icon="file-plus" size="sm">
          {t('producers:papers.add')}
        </Button>
      )}
    </>
  )
  return (
    <Panel
      id="papers"
      title={t('producers:papers.title')}
      lead={t('producers:papers.lead')}
      actions={actions}
    >
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
          {shownFirst(papers, today).map((paper) => (
            <PaperLine key={paper.id} {...{ paper, today }} />
          ))}
        </ul>
      )}
      {papers.length > mostShown && (
        <p class="mt-3">
          <a class="lnk inline-flex min-h-11 items-center" href={vault}>
            {t('producers:papers.all', { n: papers.length })}
          </a>
        </p>
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

const mostShown = 6

/** The papers that end soonest, then the others as they came. */
function shownFirst(papers: readonly PaperWithPages[], today: string): PaperWithPages[] {
  const end = ({ validTo }: PaperWithPages) => (validTo && paperSoon(validTo, today) ? validTo : '9999')
  return papers.toSorted((a, b) => end(a).localeCompare(end(b))).slice(0, mostShown)
}

const paperSoon = (validTo: string, today: string) => validTo <= addDays(today, paperSoonDays)

interface PaperLineProps {
  paper: PaperWithPages
  today: string
}

function PaperLine({ paper, today }: PaperLineProps) {
  const { t } = useView()
  const { number, issuer, issuedOn, note, title, pages } = paper
  const facts = [title, number, issuer, issuedOn && showDay(issuedOn)].filter(Boolean).join(' · ')
  return (
    <li class="py-3 first:pt-0">
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <a class="lnk font-semibold" href={`/producers/${paper.producerId}/papers/${paper.id}`}>
          {t(`producers:paper.${paper.kind}`)}
        </a>
        <Validity {...{ paper, today }} />
      </p>
      {facts && <p class="text-ink-2">{facts}</p>}
      {note && <p class="whitespace-pre-line text-sm text-ink-2">{note}</p>}
      <p class="flex flex-wrap gap-x-4">
        {pages.map(({ fileId, position }) => (
          <a key={fileId} class="lnk inline-flex min-h-11 items-center gap-2" href={`/files/${fileId}`}>
            <Icon name="file-text" />
            {pages.length > 1
              ? t('producers:papers.open_page', { page: position })
              : t('producers:papers.open')}
          </a>
        ))}
      </p>
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
