import { Icon } from './icon.tsx'

interface SearchInputProps {
  /** What is done here, for those who hear it. */
  label: string
  /** What can be typed. */
  placeholder: string
  value: string
  name?: string
}

/** A field to look something up in a list, with its sign. */
export function SearchInput({ label, placeholder, value, name = 'q' }: SearchInputProps) {
  return (
    <label class="input w-full bg-base-100 sm:max-w-sm sm:flex-1">
      <Icon name="search" class="text-ink-2" />
      <span class="sr-only">{label}</span>
      <input type="search" {...{ name, value, placeholder }} maxlength={100} />
    </label>
  )
}
