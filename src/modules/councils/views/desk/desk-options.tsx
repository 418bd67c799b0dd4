import { type DeskProps, fill } from '../../desk/desk-data.ts'
import { type FormCriterion, type FormOption, optionsOf } from '../../desk/score-form.ts'
import { tallyOf } from '../../desk/tally.ts'
import { DeskMark } from './desk-mark.tsx'

interface DeskOptionsProps extends DeskProps {
  criterion: FormCriterion
  /** The name under which a form hands the answer in. */
  name: string
}

/** The answers that a criterion offers, as cards: points first, the law's words, the star mark. */
export function DeskOptions(props: DeskOptionsProps) {
  const { data, criterion } = props
  const keys = optionsOf(criterion).map(({ no }) => no)
  return (
    <fieldset class="mt-4" disabled={!data.writable}>
      <legend class="sr-only">{fill(data.words.choose, { code: criterion.code })}</legend>
      {criterion.groups.map((group, place) => (
        <div key={place} class="mt-2.5 space-y-2.5">
          {group.name && <p class="pt-2 font-semibold">{group.name}</p>}
          {group.options.map((option) => (
            <OptionLine key={option.no} {...props} option={option} hotkey={keys.indexOf(option.no) + 1} />
          ))}
        </div>
      ))}
    </fieldset>
  )
}

function OptionLine(props: DeskOptionsProps & { option: FormOption; hotkey: number }) {
  const { data, state, on, criterion, name, option, hotkey } = props
  const chosen = state.answers[criterion.code]
  const checked = chosen !== undefined && (option.no === 0 ? chosen.length === 0 : chosen.includes(option.no))
  const several = criterion.several && option.no !== 0
  const given = chosen && (tallyOf(data.form, state.answers).points[criterion.code] ?? 0)
  return (
    <label class="option">
      <input
        type={several ? 'checkbox' : 'radio'}
        class={several ? 'checkbox checkbox-primary' : 'radio radio-primary'}
        name={name}
        value={option.no}
        checked={checked}
        onChange={() => on?.choose(criterion.code, option.no)}
      />
      <span class="option-points">
        <b>{option.points}</b>
        <span>{data.words.points}</span>
      </span>
      <span class="option-text">
        <span class="flex-1 basis-56">{option.text}</span>
        <span class="flex items-center gap-2">
          {option.mark !== undefined && (
            <DeskMark
              data={data}
              rank={option.mark}
              met={given === undefined ? undefined : given >= option.points}
            />
          )}
          {!state.all && hotkey <= 9 && (
            <span class="max-lg:hidden" aria-hidden="true">
              <kbd class="kbd kbd-md">{hotkey}</kbd>
            </span>
          )}
        </span>
      </span>
    </label>
  )
}
