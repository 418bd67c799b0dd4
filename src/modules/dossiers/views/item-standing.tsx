import { dayOf, showDay } from '#platform/dates.ts'
import { StatusBadge } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import type { FixItem } from '../fix-list-store.ts'
import { isOpenItem } from '../fix-target.ts'

type Standing = Pick<FixItem, 'mendedAt' | 'cannotMend'>

/** Whether an item of a fix-list was mended, or the producer said that it cannot be; `open` says it of others too. */
export function ItemStanding({ item, open }: { item: Standing; open?: true }) {
  const { t } = useView()
  const { mendedAt, cannotMend } = item
  if (mendedAt)
    return (
      <StatusBadge tone="success">
        {t('dossiers:page.desk.return.mended', { day: showDay(dayOf(mendedAt)) })}
      </StatusBadge>
    )
  if (cannotMend) return <StatusBadge tone="info">{t('dossiers:page.cannot.answered')}</StatusBadge>
  return open && isOpenItem(item) ? (
    <StatusBadge tone="warning">{t('dossiers:page.desk.return.unmended')}</StatusBadge>
  ) : null
}

/** Why the producer cannot mend it, in its words. */
export function ItemAnswer({ item: { cannotMend } }: { item: Standing }) {
  const { t } = useView()
  if (!cannotMend) return null
  return (
    <p class="mt-2 whitespace-pre-line">
      <span class="text-ink-2">{t('dossiers:page.cannot.words')}:</span> {cannotMend}
    </p>
  )
}
