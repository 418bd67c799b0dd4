import type { ComponentChildren } from 'preact'
import { showDay } from '#platform/dates.ts'
import { DemoLabel, StatusBadge } from '#platform/ui/index.ts'
import type { useView } from '#platform/ui/view.ts'

/** A dossier that waits for a decision, as the page shows it. */
export interface WaitingItem {
  dossierId: string
  code: string
  productName: string
  producerName: string
  unitName: string
  stars: number
  /** In hundredths of a point. */
  average: number
  concludedOn: string
  /** The council's result that counts is the centre's. */
  byCentre: boolean
  /** An average of 90 and more with fewer than five stars: recognised here, or sent on all the same. */
  maySendInstead: boolean
  mayDecide: boolean
  isDemo: boolean
}

/** The cells of a row: what, where, with which result, how many stars. */
export function waitingCells(item: WaitingItem, t: ReturnType<typeof useView>['t']): ComponentChildren[] {
  const { average, concludedOn, byCentre } = item
  const result = byCentre ? 'recognition:waiting.result_of_centre' : 'recognition:waiting.result_of_council'
  return [
    <>
      <a class="lnk" href={`/dossiers/${item.dossierId}`}>
        {item.productName}
      </a>
      <span class="block text-sm text-ink-2">
        {item.producerName} · {item.code}
      </span>
      {item.isDemo && <DemoLabel />}
    </>,
    item.unitName,
    t(result, { average, day: showDay(concludedOn) }),
    <>
      <b class="whitespace-nowrap">{t('platform:stars', { count: item.stars })}</b>
      {item.maySendInstead && (
        <span class="block">
          <StatusBadge tone="info">{t('recognition:waiting.ninety')}</StatusBadge>
        </span>
      )}
    </>,
  ]
}
