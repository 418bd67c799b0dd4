import type { ComponentChildren } from 'preact'
import { Logo } from './logo.tsx'
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx'
import { useView } from './view.ts'

/** The foot of every public page. */
export function PublicFooter() {
  const { t } = useView()
  return (
    <footer class="noprint mt-16 border-t border-line bg-base-200">
      <div class="wrap grid gap-8 py-10 md:grid-cols-[2fr_1fr_1fr_1fr]">
        <div class="max-w-md">
          <Logo />
          <p class="mt-3 text-ink-2">{t('platform:footer.promise')}</p>
        </div>
        <FooterLinks title={t('platform:footer.buyers')}>
          <FooterLink href="/san-pham">{t('platform:footer.all_products')}</FooterLink>
          <FooterLink href="/kiem-tra">{t('platform:nav.check')}</FooterLink>
        </FooterLinks>
        <FooterLinks title={t('platform:footer.officials')}>
          <FooterLink href="/bo-tieu-chi">{t('platform:nav.criteria')}</FooterLink>
          <FooterLink href="/tra-cuu">{t('platform:nav.look_up')}</FooterLink>
          <FooterLink href="/tu-cham">{t('platform:nav.practice')}</FooterLink>
          <FooterLink href="/thong-ke">{t('platform:nav.statistics')}</FooterLink>
          <FooterLink href="/tu-van">{t('platform:nav.consultants')}</FooterLink>
        </FooterLinks>
        <div>
          <h2 class="font-semibold">{t('platform:footer.display')}</h2>
          <div class="mt-1 -ml-4">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </div>
      </div>
    </footer>
  )
}

function FooterLinks({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <nav aria-label={title}>
      <h2 class="font-semibold">{title}</h2>
      <ul class="mt-2">{children}</ul>
    </nav>
  )
}

function FooterLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <li>
      <a class="lnk inline-flex min-h-9 items-center font-normal max-sm:min-h-11" href={href}>
        {children}
      </a>
    </li>
  )
}
