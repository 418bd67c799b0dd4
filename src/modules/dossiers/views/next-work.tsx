import type { ComponentChildren } from 'preact'
import { showDay } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import { ClockBar, Panel } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { DossierHead } from '../read-dossier-head.ts'
import { ProvisionalNote } from './provisional-note.tsx'

/** Beside the work: what comes next, and how much of the commune's time has gone. */
export function NextWork({
  head,
  text,
  children,
}: {
  head: DossierHead
  text: string
  children: ComponentChildren
}) {
  const { t } = useView()
  const { clock, dayOf, receivedOn } = head
  return (
    <Panel title={t('dossiers:page.desk.next_work')} class="noprint">
      <p class="text-ink-2">{text}</p>
      <div class="mt-3 grid gap-2">{children}</div>
      {clock && receivedOn && (
        <>
          <p class="mt-4 mb-1.5 flex flex-wrap justify-between gap-x-3 text-sm">
            <b>{timeSpent(head, clock.due, t)}</b>
            <span class="text-ink-2">{t('dossiers:page.desk.date.received_on', { day: receivedOn })}</span>
          </p>
          <ClockBar
            share={dayOf ? dayOf.spent / dayOf.all : 1}
            status={clock.left > 3 ? 'valid' : 'expiring'}
          />
          <p class="mt-1.5 text-sm text-ink-2">
            {clock.paused
              ? t('dossiers:page.desk.paused')
              : t('dossiers:page.desk.due_by', { day: showDay(clock.due) })}{' '}
            <ProvisionalNote clock={clock} />
          </p>
        </>
      )}
    </Panel>
  )
}

/** The day of receipt does not count among the working days. */
function timeSpent({ dayOf }: DossierHead, due: string, t: Translate): string {
  if (!dayOf) return t('dossiers:page.desk.date.due', { day: due })
  return dayOf.spent === 0
    ? t('dossiers:page.desk.date.first_day')
    : t('dossiers:page.desk.date.day_of', dayOf)
}
