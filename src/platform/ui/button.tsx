import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'

const variants = {
  primary: 'btn-primary',
  secondary: 'btn-secondary',
  plain: 'btn-plain',
  ghost: 'btn-ghost',
  danger: 'btn-error',
} as const
const sizes = { sm: 'btn-sm max-sm:h-11', md: undefined, lg: 'btn-lg text-base' } as const

export interface ButtonProps {
  /** With an address it is a link, otherwise a button of its form. */
  href?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  variant?: keyof typeof variants | undefined
  icon?: string | undefined
  iconEnd?: string | undefined
  size?: keyof typeof sizes | undefined
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  formaction?: string | undefined
  /** `_blank`: what the form answers is shown beside the page, which stays as it is. */
  formtarget?: '_blank' | undefined
  disabled?: boolean | undefined
  /** What a button says that shows only an icon. */
  label?: string | undefined
  download?: boolean | undefined
  class?: string | undefined
  children?: ComponentChildren
}

/** An action. One primary button in a row or panel; a destructive one is `danger` and asks for a reason first. */
export function Button(props: ButtonProps) {
  const { href, variant = 'plain', icon, iconEnd, size = 'md', disabled, label, children } = props
  const look = classes('btn', variants[variant], sizes[size], !children && 'btn-square', props.class)
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconEnd && <Icon name={iconEnd} />}
    </>
  )
  if (href === undefined) {
    const { type = 'submit', name, value, form, formaction, formtarget } = props
    return (
      <button
        class={look}
        aria-label={label}
        {...{ type, name, value, form, formaction, formtarget, disabled }}
      >
        {inside}
      </button>
    )
  }
  if (disabled) {
    return (
      <span class={classes(look, 'btn-disabled')} aria-disabled="true">
        {inside}
      </span>
    )
  }
  return (
    <a class={look} href={href} aria-label={label} download={props.download}>
      {inside}
    </a>
  )
}
