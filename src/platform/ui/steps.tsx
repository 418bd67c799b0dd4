import { classes } from './classes.ts'
import { useView } from './view.ts'

interface StepsProps {
  items: readonly { label: string; state: 'done' | 'current' | 'todo' }[]
}

/** Where a thing stands on its way. */
export function Steps({ items }: StepsProps) {
  const { t } = useView()
  return (
    <ol class="steps w-full">
      {items.map(({ label, state }) => (
        <li
          key={label}
          class={classes('step', state !== 'todo' && 'step-primary', state === 'current' && 'font-semibold')}
          aria-current={state === 'current' ? 'step' : undefined}
          data-content={state === 'done' ? '✓' : undefined}
        >
          <span>
            {label}
            <span class="sr-only">, {t(`platform:step.${state}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
