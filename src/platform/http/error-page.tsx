import { Button, PublicPage } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'

/** What went wrong, in words, and the way back. */
export function ErrorPage({ kind, message }: { kind: string; message: string }) {
  const { t } = useView()
  return (
    <PublicPage title={t(`platform:error.${kind}.title`)}>
      <section class="wrap max-w-2xl py-16">
        <h1 class="text-3xl">{t(`platform:error.${kind}.title`)}</h1>
        <p class="mt-3 text-lg">{message}</p>
        <p class="mt-8 flex flex-wrap gap-3">
          <Button href="/" variant="primary">
            {t('platform:error.home')}
          </Button>
          <Button href="/work" variant="plain">
            {t('platform:error.work')}
          </Button>
        </p>
      </section>
    </PublicPage>
  )
}
