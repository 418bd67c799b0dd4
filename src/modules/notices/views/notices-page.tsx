import { addDays, dayOf, showDay, showTime } from '#platform/dates.ts'
import { Button, classes, EmptyState, Icon, Pager, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import type { NoticeKind } from '../notice-kinds.ts'
import type { NoticeFacts } from '../notice-tables.ts'
import { wordsOf } from '../notice-words.ts'

export interface NoticeLine {
  id: string
  kind: NoticeKind
  wording: string
  facts: NoticeFacts
  causedAt: Date
  readAt: Date | null
}

interface NoticesPageProps {
  notices: readonly NoticeLine[]
  /** How many wait to be read, on all pages. */
  unread: number
  next: string | undefined
  isFirst: boolean
}

const icons: Readonly<Record<NoticeKind, string>> = {
  deadline: 'calendar-clock',
  dossier: 'folder-open',
  council: 'users-round',
  decision: 'award',
  paper: 'file-text',
  import: 'file-up',
  account: 'user',
}

/** One's notices: unread ones first, by the day on which they came. */
export function NoticesPage({ notices, unread, next, isFirst }: NoticesPageProps) {
  const { t } = useView()
  const newest = notices.find(({ readAt }) => readAt === null)
  const actions = (
    <>
      {newest && isFirst && <ReadAll upTo={newest.id} />}
      <Button href="/notices/settings" icon="settings-2">
        {t('notices:settings_link')}
      </Button>
    </>
  )
  return (
    <WorkPage title={t('notices:title')} actions={actions}>
      <p class="mb-5 max-w-3xl text-ink-2">{t('notices:lead')}</p>
      {notices.length === 0 && isFirst && (
        <Panel>
          <EmptyState icon="bell" title={t('notices:none.title')}>
            {t('notices:none.text')}
          </EmptyState>
        </Panel>
      )}
      {unread === 0 && notices.length > 0 && isFirst && <p class="mb-4">{t('notices:all_read')}</p>}
      <Part title={t('notices:unread')} notices={notices.filter(({ readAt }) => readAt === null)} />
      <Part title={t('notices:read')} notices={notices.filter(({ readAt }) => readAt !== null)} />
      <Pager nextHref={next} firstHref={isFirst ? undefined : '/notices'} />
    </WorkPage>
  )
}

function ReadAll({ upTo }: { upTo: string }) {
  const { t } = useView()
  return (
    <form method="post" action="/notices/read">
      <input type="hidden" name="upTo" value={upTo} />
      <Button icon="check-check">{t('notices:mark_all')}</Button>
    </form>
  )
}

function Part({ title, notices }: { title: string; notices: readonly NoticeLine[] }) {
  const days = [...new Set(notices.map(({ causedAt }) => dayOf(causedAt)))]
  if (days.length === 0) return null
  return (
    <section class="mb-6">
      <h2 class="mb-3 text-lg">{title}</h2>
      <div class="space-y-4">
        {days.map((day) => (
          <Day key={day} day={day} notices={notices.filter(({ causedAt }) => dayOf(causedAt) === day)} />
        ))}
      </div>
    </section>
  )
}

function Day({ day, notices }: { day: string; notices: readonly NoticeLine[] }) {
  const { t, now } = useView()
  const today = dayOf(now)
  const near = day === today ? 'today' : day === addDays(today, -1) ? 'yesterday' : null
  return (
    <section>
      <h3 class="mb-2 text-base font-semibold text-ink-2">
        {near ? t(`notices:${near}`, { day }) : showDay(day)}
      </h3>
      <ul class="panel divide-y divide-line overflow-hidden">
        {notices.map((notice) => (
          <Line key={notice.id} notice={notice} />
        ))}
      </ul>
    </section>
  )
}

function Line({ notice }: { notice: NoticeLine }) {
  const { t } = useView()
  const { title, text } = wordsOf(notice, t)
  const unread = notice.readAt === null
  return (
    <li class="flex items-start gap-3 p-4">
      <Icon
        name={icons[notice.kind]}
        class={classes('mt-1 shrink-0', unread ? 'text-accent' : 'text-ink-2')}
      />
      <div class="min-w-0 flex-1">
        <a
          class={classes('lnk break-words', unread ? 'font-bold' : 'font-medium')}
          href={`/notices/${notice.id}`}
        >
          {title}
        </a>
        <p class="break-words">{text}</p>
        <p class="text-sm text-ink-2">
          {t(`notices:kind.${notice.kind}`)}, {showTime(notice.causedAt).slice(0, 5)}
        </p>
      </div>
      {unread && (
        <form method="post" action={`/notices/${notice.id}/read`} class="shrink-0">
          <Button size="sm" variant="ghost" icon="check" label={t('notices:mark_read_of', { title })} />
        </form>
      )}
    </li>
  )
}
