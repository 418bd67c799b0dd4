import type { CriteriaSet } from '#modules/regulation/index.ts'
import { dayOf } from '#platform/dates.ts'
import { Panel, StatusBadge } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { isContentTarget } from '../fix-target.ts'
import type { Mending } from '../read-last-mending.ts'
import { ItemAnswer, ItemStanding } from './item-standing.tsx'
import { PartChange } from './part-change-view.tsx'
import { partName } from './part-name.ts'

/** For the officer: each item that was asked for, as it was before and as it came back. */
export function MendingReview({ mending, set }: { mending: Mending | undefined; set: CriteriaSet }) {
  const view = useView()
  const { t } = view
  const items = mending?.fixList.items.filter(({ target }) => !isContentTarget(target)) ?? []
  if (!mending || items.length === 0) return null
  const { fixList, before, after } = mending
  return (
    <Panel
      flush
      title={t('dossiers:page.cannot.came_back', { day: dayOf(fixList.closedAt ?? fixList.createdAt) })}
      lead={t('dossiers:page.cannot.came_back_lead')}
    >
      <ul>
        {items.map((item) => (
          <li key={item.id} class="border-b border-line p-4 last:border-b-0 lg:px-5">
            <p class="flex flex-wrap items-center gap-2">
              <b>{partName(item.target, set, view)}</b>
              <StatusBadge tone="warning">{t(`dossiers:reason.${item.reason}`)}</StatusBadge>
              <ItemStanding item={item} open />
            </p>
            <p class="mt-1 text-ink-2">{item.note}</p>
            <ItemAnswer item={item} />
            {item.mendedAt && (
              <PartChange
                {...{ set, target: item.target, before, after }}
                label={t('dossiers:page.cannot.as_sent_again')}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
