import { dayOf, daysBetween } from '#platform/dates.ts'
import { ClockChip, Panel, StatusBadge, useView } from '#platform/ui/index.ts'
import { isContentTarget } from '../fix-target.ts'
import type { DossierFile } from '../read-dossier-file.ts'
import { ItemAnswer, ItemStanding } from './item-standing.tsx'
import { NoticeLink } from './notice-link.tsx'
import { partHref, partName } from './part-name.ts'

/** What was sent back, why, and what of it is mended by now; for the producer each part is the way to it. */
export function FixListPanel({ file }: { file: DossierFile }) {
  const view = useView()
  const { t, now } = view
  const { fixList, dossier, set, isOwn } = file
  if (!fixList) return null
  const mended = fixList.items.filter(({ mendedAt }) => mendedAt).length
  return (
    <Panel
      flush
      title={t('dossiers:page.dossier.to_mend', { mended, all: fixList.items.length })}
      lead={t(`dossiers:page.dossier.to_mend_${isOwn ? 'own' : 'others'}`)}
      actions={
        <>
          <ClockChip daysLeft={daysBetween(dayOf(now), fixList.dueOn)}>
            {t('dossiers:page.filing.before', { day: fixList.dueOn })}
          </ClockChip>
          <NoticeLink dossierId={dossier.id} fixListId={fixList.id} />
        </>
      }
    >
      <ul>
        {fixList.items.map((item) => {
          const { id, target, reason, note } = item
          const name = partName(target, set, view)
          const mayMend = isOwn && !isContentTarget(target)
          return (
            <li key={id} class="border-b border-line p-4 last:border-b-0 lg:px-5">
              <p class="flex flex-wrap items-center gap-2">
                {mayMend ? (
                  <a class="lnk" href={partHref(target, dossier.id, set)}>
                    {name}
                  </a>
                ) : (
                  <b>{name}</b>
                )}
                <StatusBadge tone="warning">{t(`dossiers:reason.${reason}`)}</StatusBadge>
                <ItemStanding item={item} />
              </p>
              <p class="mt-1 text-ink-2">{note}</p>
              <ItemAnswer item={item} />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
