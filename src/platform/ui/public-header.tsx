import { DemoLabel } from './demo-label.tsx'
import { Icon } from './icon.tsx'
import { Logo } from './logo.tsx'
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx'
import { useView } from './view.ts'

const links = [
  ['/san-pham', 'platform:nav.products'],
  ['/bo-tieu-chi', 'platform:nav.criteria'],
  ['/thong-ke', 'platform:nav.statistics'],
] as const

/** The head of every public page: where one is, where one can go, the check of a code, signing in. */
export function PublicHeader() {
  const { t, path, demo } = useView()
  return (
    <header class="noprint border-b border-line bg-base-100">
      <div class="wrap flex h-18 items-center gap-x-4 lg:gap-x-6">
        <Logo />
        <nav aria-label={t('platform:nav.main')} class="hidden flex-1 lg:block">
          <ul class="flex gap-1">
            {links.map(([href, label]) => (
              <li key={href}>
                <a
                  class="nav-link btn btn-ghost font-medium"
                  href={href}
                  aria-current={isIn(path, href) ? 'page' : undefined}
                >
                  {t(label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="ml-auto flex items-center gap-2">
          {demo && (
            <span class="max-md:hidden">
              <DemoLabel />
            </span>
          )}
          <a class="btn btn-secondary max-sm:btn-square" href="/kiem-tra">
            <Icon name="scan-line" />
            <span class="max-sm:sr-only">{t('platform:nav.check')}</span>
          </a>
          <AccountLink class="btn btn-ghost hidden lg:inline-flex" />
          <LanguageSwitch class="hidden xl:block" />
          <PhoneMenu />
        </div>
      </div>
      {demo && (
        <p class="wrap pb-2 leading-none md:hidden">
          <DemoLabel />
        </p>
      )}
    </header>
  )
}

function PhoneMenu() {
  const { t, path } = useView()
  return (
    <details class="dropdown dropdown-end lg:hidden">
      <summary class="btn btn-ghost btn-square">
        <Icon name="menu" />
        <span class="sr-only">{t('platform:nav.open')}</span>
      </summary>
      <div class="dropdown-content panel z-20 mt-2 w-64 p-2 shadow-lg">
        <ul class="menu w-full p-0 text-base">
          {links.map(([href, label]) => (
            <li key={href}>
              <a href={href} aria-current={isIn(path, href) ? 'page' : undefined}>
                {t(label)}
              </a>
            </li>
          ))}
          <li>
            <AccountLink />
          </li>
        </ul>
        <div class="mt-2 flex flex-wrap border-t border-line pt-2">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </div>
    </details>
  )
}

function AccountLink({ class: extra }: { class?: string }) {
  const { t, actor, nav } = useView()
  const signedIn = actor.id !== null
  return (
    <a class={extra} href={signedIn ? (nav[0]?.href ?? '/work') : '/sign-in'}>
      <Icon name={signedIn ? 'layout-dashboard' : 'user'} />
      {t(signedIn ? 'platform:nav.workspace' : 'platform:nav.sign_in')}
    </a>
  )
}

function isIn(path: string, href: string): boolean {
  return path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`)
}
