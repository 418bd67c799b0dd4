import { Button } from './button.tsx'
import { useView } from './view.ts'

/** Switches the language; the answer leads back to this page. */
export function LanguageSwitch({ class: extra }: { class?: string | undefined }) {
  const { t, locale, path } = useView()
  return (
    <form method="post" action="/language" class={extra}>
      <input type="hidden" name="back" value={path} />
      <Button variant="ghost" size="sm" icon="languages" name="to" value={locale === 'vi' ? 'en' : 'vi'}>
        <span lang={locale === 'vi' ? 'en' : 'vi'}>{t('platform:language.to')}</span>
      </Button>
    </form>
  )
}

/** Switches between the light and the dark theme; the answer leads back to this page. */
export function ThemeSwitch({ class: extra }: { class?: string | undefined }) {
  const { t, theme, path } = useView()
  const dark = theme === 'tea-dark'
  return (
    <form method="post" action="/theme" class={extra}>
      <input type="hidden" name="back" value={path} />
      <Button
        variant="ghost"
        size="sm"
        icon={dark ? 'sun' : 'moon'}
        name="to"
        value={dark ? 'tea' : 'tea-dark'}
      >
        {t(dark ? 'platform:theme.light' : 'platform:theme.dark')}
      </Button>
    </form>
  )
}
