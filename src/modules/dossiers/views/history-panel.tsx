import { showMoment } from '#platform/dates.ts'
import type { Translate } from '#platform/text/translator.ts'
import { Panel, Timeline, useView } from '#platform/ui/index.ts'
import type { Happening } from '../read-dossier-file.ts'
import { type RoundNamed, roundName } from '../rounds/round-words.ts'

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
  return (
    <Panel title={t('dossiers:page.dossier.history')}>
      <Happenings history={history} />
    </Panel>
  )
}

/** Happenings in words, in the order given. */
export function Happenings({ history }: { history: readonly Happening[] }) {
  const { t } = useView()
  const items = history.map((happening) => {
    const key = happening.name.replace('dossier.', '')
    return { title: titleOf(happening, t), at: showMoment(happening.at), by: happening.by, tone: tones[key] }
  })
  return <Timeline items={items} />
}

function titleOf({ name, facts, holder, before }: Happening, t: Translate): string {
  const key = name.replace('dossier.', '')
  if (key === 'carried')
    return t('rounds:dossier.carried_to', {
      round: roundName(facts as RoundNamed, t).toLowerCase(),
      number: facts.letterNumber,
    })
  if (key !== 'holder_assigned') return t(`dossiers:event.${key}`, facts)
  if (facts.holderId === null) return t('dossiers:page.desk.hold.put_back')
  if (!holder) return t('dossiers:event.holder_assigned')
  return before
    ? t('dossiers:page.desk.hold.taken_from', { holder, before })
    : t('dossiers:page.desk.hold.assigned', { holder })
}
