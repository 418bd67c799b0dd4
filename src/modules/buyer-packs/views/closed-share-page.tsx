import { Button, Icon, PublicPage, useView } from '#platform/ui/index.ts'

/** Why a link opens nothing: its time is over or its producer ended it, nobody made it, too many wrong ones came from here. */
export type WhyClosed = 'ended' | 'unknown' | 'too_many'

/** Says in plain words why nothing is shown, and whom to ask. */
export function ClosedSharePage({ why }: { why: WhyClosed }) {
  const { t } = useView()
  const title = t(`buyer-packs:closed.${why}.title`)
  return (
    <PublicPage title={title} robots="noindex, nofollow, noarchive">
      <div class="wrap max-w-xl py-10 text-center">
        <Icon name={why === 'ended' ? 'calendar-off' : 'search-x'} class="mx-auto size-12 text-ink-2" />
        <h1 class="mt-3 text-2xl">{title}</h1>
        <p class="mt-2 text-lg text-ink-2">{t(`buyer-packs:closed.${why}.text`)}</p>
        <p class="mt-6">
          <Button href="/san-pham" icon="store">
            {t('buyer-packs:closed.to_catalogue')}
          </Button>
        </p>
      </div>
    </PublicPage>
  )
}
