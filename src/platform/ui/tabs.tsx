import { classes } from './classes.ts'
import { useView } from './view.ts'

interface TabsProps {
  items: readonly {
    href: string
    label: string
    count?: number | undefined
    current?: boolean | undefined
    /** Its count asks for attention. */
    urgent?: boolean | undefined
  }[]
  label?: string | undefined
}

/** Lists of one kind side by side; each is an address of its own. On narrow screens they stand on several lines. */
export function Tabs({ items, label }: TabsProps) {
  const { t } = useView()
  return (
    <nav class="tabs tabs-border noprint lg:border-b lg:border-line" aria-label={label ?? t('platform:tabs')}>
      {items.map(({ href, label, count, current, urgent }) => (
        <a
          key={href}
          href={href}
          class={classes('tab', current && 'tab-active')}
          aria-current={current ? 'page' : undefined}
        >
          {label}
          {count !== undefined && (
            <span class={classes('badge', badgeOf(current, urgent && count > 0))}>{count}</span>
          )}
        </a>
      ))}
    </nav>
  )
}

function badgeOf(current: boolean | undefined, urgent: boolean | undefined): string | undefined {
  if (urgent) return 'badge-accent'
  return current ? 'badge-primary' : undefined
}
