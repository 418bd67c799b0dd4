import { Icon } from './icon.tsx'
import { useView } from './view.ts'

/** The way to one's notices, with how many wait to be read. */
export function Bell() {
  const { t, actor, unread = 0, path } = useView()
  if (actor.id === null) return null
  const shown = unread > 99 ? '99+' : String(unread)
  return (
    <a
      class="btn btn-ghost btn-square relative"
      href="/notices"
      aria-current={path === '/notices' ? 'page' : undefined}
    >
      <Icon name="bell" />
      <span class="sr-only">
        {t('platform:nav.notices')}
        {unread > 0 && `, ${t('platform:nav.unread', { count: unread })}`}
      </span>
      {unread > 0 && (
        <span class="badge badge-accent badge-sm absolute top-0 right-0 min-w-5 px-1" aria-hidden="true">
          {shown}
        </span>
      )}
    </a>
  )
}
