import { StatusBadge, type Tone, useView } from '#platform/ui/index.ts'
import type { IdeaState } from '../idea-states.ts'

const tones: Readonly<Record<IdeaState, Tone>> = {
  draft: 'neutral',
  sent: 'info',
  returned: 'warning',
  accepted: 'success',
  declined: 'error',
}

/** Where an idea stands; of an accepted one also the year of the plan. */
export function IdeaBadge({ idea }: { idea: { state: IdeaState; plannedYear: number | null } }) {
  const { t } = useView()
  const { state, plannedYear } = idea
  return (
    <StatusBadge tone={tones[state]}>
      {plannedYear === null ? t(`plans:idea.state.${state}`) : t('plans:idea.in_plan', { year: plannedYear })}
    </StatusBadge>
  )
}
