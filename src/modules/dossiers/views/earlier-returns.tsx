import type { CriteriaSet } from '#modules/regulation/index.ts'
import { dayOf, showDay } from '#platform/dates.ts'
import { Panel, StatusBadge } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { FixList } from '../fix-list-store.ts'
import { partName } from './part-name.ts'

/** What was sent back before, and which of it was mended. */
export function EarlierReturns({ lists, set }: { lists: readonly FixList[]; set: CriteriaSet }) {
  const view = useView()
  const { t } = view
  if (lists.length === 0) return null
  return (
    <Panel title={t('dossiers:page.desk.return.earlier')}>
      <ol class="space-y-4">
        {lists.map(({ id, level, createdAt, items }) => (
          <li key={id}>
            <p class="text-sm text-ink-2">
              {t(`dossiers:page.desk.return.by_${level}`, { day: dayOf(createdAt) })}
            </p>
            <ul class="mt-1 space-y-2">
              {items.map(({ id: itemId, target, reason, note, mendedAt }) => (
                <li key={itemId}>
                  <b class="block">{partName(target, set, view)}</b>
                  <span class="block">
                    {t(`dossiers:reason.${reason}`)}: {note}
                  </span>
                  <StatusBadge tone={mendedAt ? 'success' : 'warning'}>
                    {mendedAt
                      ? t('dossiers:page.desk.return.mended', { day: showDay(dayOf(mendedAt)) })
                      : t('dossiers:page.desk.return.unmended')}
                  </StatusBadge>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
