import { showMoment } from '#platform/dates.ts'
import { Button, EmptyState, Pager, Panel, StatusBadge, Table, Tabs } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { ReaderPage } from './reader-page.tsx'

interface LetterLine {
  id: string
  recipient: string
  subject: string
  at: Date
  state: 'delivered' | 'waiting' | 'failed'
  /** Nobody will try it again unless asked to. */
  givenUp: boolean
  attempts: number
  /** What the receiving side said, in its own words. */
  error: string | null
}

interface OutboxPageProps {
  letters: readonly LetterLine[]
  /** Whether the letters may be opened. */
  readable: boolean
  /** Whether the reader may have what failed sent again. */
  mayResend: boolean
  /** The state that the list is narrowed to. */
  state: LetterLine['state'] | undefined
  nextHref: string | undefined
  firstHref: string | undefined
}

const tones = { delivered: 'success', waiting: 'neutral', failed: 'error' } as const
const filters = [undefined, 'failed', 'waiting', 'delivered'] as const

/** The letters that were sent or wait to be, newest first. */
export function OutboxPage(props: OutboxPageProps) {
  const { letters, readable, mayResend, state, nextHref, firstHref } = props
  const { t } = useView()
  const empty = (
    <EmptyState icon="mail" title={t(state ? 'people:outbox.none_so' : 'people:outbox.none')}>
      {t('people:outbox.none_text')}
    </EmptyState>
  )
  return (
    <ReaderPage title={t('people:outbox.title')}>
      <p class="mb-5 max-w-3xl text-ink-2">
        {t(readable ? 'people:outbox.lead' : 'people:outbox.lead_closed')}
      </p>
      <Tabs
        items={filters.map((one) => ({
          href: one ? `/admin/outbox?state=${one}` : '/admin/outbox',
          label: t(`people:outbox.${one ?? 'all'}`),
          current: one === state,
        }))}
      />
      <Panel flush class="mt-4">
        <Table
          caption={t('people:outbox.title')}
          head={[
            { label: t('people:outbox.subject') },
            { label: t('people:outbox.to') },
            { label: t('people:outbox.at') },
            { label: t('people:outbox.state') },
          ]}
          rows={letters.map(({ id, recipient, subject, at, ...letter }) => [
            readable ? (
              <a class="lnk" href={`/admin/outbox/${id}`}>
                {subject}
              </a>
            ) : (
              subject
            ),
            recipient,
            showMoment(at),
            <State id={id} {...letter} mayResend={mayResend} />,
          ])}
          empty={empty}
        />
      </Panel>
      <Pager nextHref={nextHref} firstHref={firstHref} />
    </ReaderPage>
  )
}

type StateProps = Pick<LetterLine, 'id' | 'state' | 'givenUp' | 'attempts' | 'error'> & { mayResend: boolean }

/** How it went, why it did not, and the way to try again. */
function State({ id, state, givenUp, attempts, error, mayResend }: StateProps) {
  const { t } = useView()
  return (
    <div class="space-y-1">
      <StatusBadge tone={tones[state]}>{t(`people:outbox.${state}`)}</StatusBadge>
      {state === 'failed' && (
        <>
          <p class="max-w-xs text-sm break-words">{error}</p>
          <p class="text-sm text-ink-2">
            {t(givenUp ? 'people:outbox.given_up' : 'people:outbox.tried', { count: attempts })}
          </p>
          {mayResend && (
            <form method="post" action={`/admin/outbox/${id}/delivery`}>
              <Button size="sm" icon="rotate-ccw">
                {t('people:outbox.again')}
              </Button>
            </form>
          )}
        </>
      )}
    </div>
  )
}
