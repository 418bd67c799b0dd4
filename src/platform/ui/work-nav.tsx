import { Bell } from './bell.tsx'
import { classes } from './classes.ts'
import { DemoLabel } from './demo-label.tsx'
import { Icon } from './icon.tsx'
import { Logo } from './logo.tsx'
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx'
import { type NavItem, useView } from './view.ts'

/** The sidebar of wide screens: the places of work, and who is signed in. */
export function WorkSidebar() {
  const { t, unitName, demo } = useView()
  return (
    <header class="noprint sticky top-0 hidden h-dvh w-64 shrink-0 flex-col overflow-y-auto border-r border-line bg-base-100 p-4 xl:flex">
      <div class="flex items-center justify-between">
        <Logo />
        <Bell />
      </div>
      {demo && (
        <p class="mt-4 px-3">
          <DemoLabel />
        </p>
      )}
      {unitName && <p class="mt-4 px-3 text-sm text-ink-2">{unitName}</p>}
      <nav class="mt-1" aria-label={t('platform:nav.work')}>
        <WorkLinks />
      </nav>
      <div class="mt-auto pt-4">
        <Account />
      </div>
    </header>
  )
}

/** The bar on top of narrower screens; its menu holds everything that the dock below has no room for. */
export function WorkTopBar() {
  const { t, demo, unitName } = useView()
  return (
    <header class="noprint flex min-h-16 flex-wrap items-center justify-between gap-x-3 border-b border-line bg-base-100 px-4 py-1 xl:hidden">
      <Logo />
      <div class="flex items-center gap-2">
        {demo && (
          <span class="max-sm:hidden">
            <DemoLabel />
          </span>
        )}
        <Bell />
        <details class="dropdown dropdown-end">
          <summary class="btn btn-ghost btn-square">
            <Icon name="menu" />
            <span class="sr-only">{t('platform:nav.open')}</span>
          </summary>
          <div class="dropdown-content panel z-30 mt-2 max-h-[80dvh] w-72 overflow-y-auto p-3 shadow-lg">
            {unitName && <p class="px-3 text-sm text-ink-2">{unitName}</p>}
            <nav aria-label={t('platform:nav.work')}>
              <WorkLinks />
            </nav>
            <Account />
          </div>
        </details>
      </div>
      {demo && (
        <p class="w-full pt-1 pb-1 leading-none sm:hidden">
          <DemoLabel />
        </p>
      )}
    </header>
  )
}

/** The four places that are used most, under the thumb. */
export function WorkDock() {
  const { t, nav } = useView()
  if (nav.length === 0) return null
  return (
    <nav
      class="dock noprint z-10 border-t border-line bg-base-100 xl:hidden"
      aria-label={t('platform:nav.work_dock')}
    >
      {nav.slice(0, 4).map(({ href, icon, label, short, current }) => (
        <a
          key={href}
          href={href}
          class={classes(current && 'dock-active')}
          aria-current={current ? 'page' : undefined}
        >
          <Icon name={icon} />
          <span class="dock-label">{short ?? label}</span>
        </a>
      ))}
    </nav>
  )
}

/** So many places are found at a glance; more stand under headings. */
const atAGlance = 9

function WorkLinks() {
  const { t, nav } = useView()
  const groups = [...new Set(nav.map(({ group }) => group))]
  if (nav.length <= atAGlance || groups.length < 2)
    return (
      <ul class="menu w-full px-0">
        {nav.map((item) => (
          <WorkLink key={item.href} {...item} />
        ))}
      </ul>
    )
  return (
    <ul class="menu w-full px-0">
      {groups.map((group) => (
        <li key={group}>
          <h2 class="px-3 pt-3 pb-1 text-sm text-ink-2">{t(`platform:nav.group.${group}`)}</h2>
          <ul class="ml-0 pl-0 before:hidden">
            {nav
              .filter((item) => item.group === group)
              .map((item) => (
                <WorkLink key={item.href} {...item} />
              ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function WorkLink({ href, icon, label, count, current }: NavItem) {
  return (
    <li>
      <a href={href} class={classes(current && 'menu-active')} aria-current={current ? 'page' : undefined}>
        <Icon name={icon} />
        {label}
        {count ? (
          <span class={classes('badge badge-soft ml-auto', current && 'badge-accent')}>{count}</span>
        ) : null}
      </a>
    </li>
  )
}

function Account() {
  const { t, actor, roleName } = useView()
  return (
    <div class="border-t border-line px-1 pt-3">
      <p class="flex items-center gap-3 px-2">
        <span class="avatar-letters" aria-hidden="true">
          {initials(actor.name)}
        </span>
        <span class="leading-tight">
          <b class="block">{actor.name}</b>
          {roleName && <span class="text-sm text-ink-2">{roleName}</span>}
        </span>
      </p>
      <div class="mt-2 flex flex-wrap">
        <a href="/account" class="btn btn-ghost btn-sm max-sm:h-11">
          <Icon name="user-cog" />
          {t('platform:nav.account')}
        </a>
        <LanguageSwitch />
        <ThemeSwitch />
        <form method="post" action="/sign-out">
          <button type="submit" class="btn btn-ghost btn-sm max-sm:h-11">
            <Icon name="log-out" />
            {t('platform:nav.sign_out')}
          </button>
        </form>
      </div>
    </div>
  )
}

/** First and last word of a name: Sùng A Tủa → ST. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
}
