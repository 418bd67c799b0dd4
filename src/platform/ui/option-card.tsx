import { Mark } from './mark.tsx'
import { showNumber, useView } from './view.ts'

interface OptionCardProps {
  name: string
  value: string | number
  /** Points that this answer gives, as the law writes them. */
  points: number
  /** The law's words, in full. */
  text: string
  /** The rank whose mark this answer carries. */
  mark?: number | undefined
  met?: boolean | undefined
  checked?: boolean | undefined
  /** The key that chooses it, shown beside it. */
  hotkey?: string | undefined
  /** Several answers may be given together. */
  several?: boolean | undefined
  disabled?: boolean | undefined
}

/** One answer to a criterion: its points, the law's words, the star mark it carries. */
export function OptionCard(props: OptionCardProps) {
  const { name, value, points, text, mark, met, checked, hotkey, several, disabled } = props
  const { t, locale } = useView()
  return (
    <label class="option">
      <input
        type={several ? 'checkbox' : 'radio'}
        class={several ? 'checkbox checkbox-primary' : 'radio radio-primary'}
        {...{ name, value, checked, disabled }}
      />
      <span class="option-points">
        <b>{showNumber(points, locale)}</b>
        <span>{t('platform:points')}</span>
      </span>
      <span class="option-text">
        <span class="flex-1 basis-56">{text}</span>
        {(mark !== undefined || hotkey) && (
          <span class="flex items-center gap-2">
            {mark !== undefined && <Mark rank={mark} met={met} />}
            {hotkey && (
              <span class="max-lg:hidden" aria-hidden="true">
                <kbd class="kbd kbd-md">{hotkey}</kbd>
              </span>
            )}
          </span>
        )}
      </span>
    </label>
  )
}
