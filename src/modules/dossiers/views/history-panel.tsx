import { showMoment } from '#platform/dates.ts'
import { Panel, Timeline, useView } from '#platform/ui/index.ts'
import type { Happening } from '../read-dossier-file.ts'

const tones: Readonly<Record<string, 'info' | 'success' | 'warning' | 'error'>> = {
  submitted: 'info',
  received: 'info',
  proposed: 'info',
  checked: 'info',
  resubmitted: 'info',
  scored: 'info',
  returned: 'warning',
  returned_by_province: 'warning',
  returned_by_centre: 'warning',
  recognised: 'success',
  rejected: 'error',
}

/** What happened to the dossier, the last first, in words. */
export function HistoryPanel({ history }: { history: readonly Happening[] }) {
  const { t } = useView()
  const items = history.map(({ name, facts, at, by }) => {
    const key = name.replace('dossier.', '')
    return { title: t(`dossiers:event.${key}`, facts), at: showMoment(at), by, tone: tones[key] }
  })
  return (
    <Panel title={t('dossiers:page.dossier.history')}>
      <Timeline items={items} />
    </Panel>
  )
}
