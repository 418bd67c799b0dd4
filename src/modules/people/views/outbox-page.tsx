import { showMoment } from '#platform/dates.ts'
import { EmptyState, Pager, Panel, StatusBadge, Table } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { ReaderPage } from './reader-page.tsx'

interface LetterLine {
  id: string
  recipient: string
  subject: string
  at: Date
  state: 'delivered' | 'waiting' | 'given_up'
}

interface OutboxPageProps {
  letters: readonly LetterLine[]
  /** Whether the letters may be opened. */
  readable: boolean
  nextHref: string | undefined
  firstHref: string | undefined
}

const tones = { delivered: 'success', waiting: 'neutral', given_up: 'error' } as const

/** The letters that were sent or wait to be, newest first. */
export function OutboxPage({ letters, readable, nextHref, firstHref }: OutboxPageProps) {
  const { t } = useView()
  const empty = (
    <EmptyState icon="mail" title={t('people:outbox.none')}>
      {t('people:outbox.none_text')}
    </EmptyState>
  )
  return (
    <ReaderPage title={t('people:outbox.title')}>
      <p class="mb-5 max-w-3xl text-ink-2">
        {t(readable ? 'people:outbox.lead' : 'people:outbox.lead_closed')}
      </p>
      <Panel flush>
        <Table
          caption={t('people:outbox.title')}
          head={[
            { label: t('people:outbox.subject') },
            { label: t('people:outbox.to') },
            { label: t('people:outbox.at') },
            { label: t('people:outbox.state') },
          ]}
          rows={letters.map(({ id, recipient, subject, at, state }) => [
            readable ? (
              <a class="lnk" href={`/admin/outbox/${id}`}>
                {subject}
              </a>
            ) : (
              subject
            ),
            recipient,
            showMoment(at),
            <StatusBadge tone={tones[state]}>{t(`people:outbox.${state}`)}</StatusBadge>,
          ])}
          empty={empty}
        />
      </Panel>
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </ReaderPage>
  )
}
