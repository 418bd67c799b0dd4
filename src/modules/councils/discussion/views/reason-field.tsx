import { type DeskProps, fill } from '../../desk/desk-data.ts'
import { type FormCriterion, optionsOf } from '../../desk/score-form.ts'
import { changedCodes } from '../changed-codes.ts'

interface ReasonFieldProps extends DeskProps {
  criterion: FormCriterion
  /** The name under which a form hands the reason in. */
  name: string
}

/** In a later round: what the member answered before, and why the answer is another now. */
export function ReasonField({ data, state, on, criterion, name }: ReasonFieldProps) {
  const { earlier, words } = data
  const { code } = criterion
  const before = earlier?.answers[code]
  if (!earlier || !before) return null
  const chosen = optionsOf(criterion).filter(({ no }) =>
    before.length === 0 ? no === 0 : before.includes(no),
  )
  const points = chosen.reduce((sum, option) => sum + option.points, 0)
  const now = state.answers[code]
  const changed = now !== undefined && changedCodes({ [code]: before }, { [code]: now }).length > 0
  const id = `reason-${code}`
  return (
    <div class={changed ? 'mt-4 border-l-4 border-l-accent pl-3' : 'mt-4'}>
      <p class="text-sm text-ink-2">{fill(words.earlier, { round: earlier.round, points })}</p>
      <label class="mt-1 block font-semibold" for={id}>
        {fill(words.change_reason, { round: earlier.round })}
      </label>
      <textarea
        id={id}
        name={name}
        class="textarea mt-1"
        rows={2}
        maxLength={2000}
        disabled={!data.writable}
        value={state.reasons[code] ?? ''}
        onChange={(event) => on?.explain(code, event.currentTarget.value)}
      />
    </div>
  )
}
