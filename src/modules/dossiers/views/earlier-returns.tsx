import type { CriteriaSet } from '#modules/regulation/index.ts'
import { dayOf } from '#platform/dates.ts'
import { Panel } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { FixList } from '../fix-list-store.ts'
import { ItemAnswer, ItemStanding } from './item-standing.tsx'
import { NoticeLink } from './notice-link.tsx'
import { partName } from './part-name.ts'

/** What was sent back before, and which of it was mended. */
export function EarlierReturns({ lists, set }: { lists: readonly FixList[]; set: CriteriaSet }) {
  const view = useView()
  const { t } = view
  if (lists.length === 0) return null
  return (
    <Panel
      title={t('dossiers:page.desk.return.earlier')}
      lead={t('dossiers:page.cannot.returned', { count: lists.length })}
    >
      <ol class="space-y-4">
        {lists.map(({ id, dossierId, level, createdAt, items }) => (
          <li key={id}>
            <p class="text-sm text-ink-2">
              {t(`dossiers:page.desk.return.by_${level}`, { day: dayOf(createdAt) })}
            </p>
            <NoticeLink dossierId={dossierId} fixListId={id} />
            <ul class="mt-1 space-y-2">
              {items.map((item) => (
                <li key={item.id}>
                  <b class="block">{partName(item.target, set, view)}</b>
                  <span class="block">
                    {t(`dossiers:reason.${item.reason}`)}: {item.note}
                  </span>
                  <ItemStanding item={item} open />
                  <ItemAnswer item={item} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
