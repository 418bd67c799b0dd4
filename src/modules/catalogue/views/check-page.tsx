import { Button, Icon, IslandScript, PublicPage, TextInput, useView } from '#platform/ui/index.ts'

/** The form for a code; where there is a camera, an island adds scanning. */
export function CheckPage({ typed, faulty }: { typed: string; faulty: boolean }) {
  const { t } = useView()
  return (
    <PublicPage title={t('catalogue:check.title')} description={t('catalogue:check.description')}>
      <div class="wrap max-w-xl pt-8">
        <h1 class="flex items-center gap-3 text-3xl">
          <Icon name="scan-line" class="text-primary" />
          {t('catalogue:check.title')}
        </h1>
        <p class="mt-2 text-lg text-ink-2">{t('catalogue:check.lead')}</p>
        <form action="/kiem-tra" class="panel mt-6 p-5">
          <TextInput
            label={t('catalogue:check.code')}
            hint={t('catalogue:check.hint')}
            fault={faulty ? t('catalogue:check.fault') : undefined}
            name="code"
            value={typed}
            maxlength={40}
            required
            autocomplete="off"
            class="w-full text-xl font-semibold tracking-widest uppercase"
          />
          <div class="mt-4 grid gap-2">
            <Button type="submit" variant="primary" size="lg">
              {t('catalogue:check.check')}
            </Button>
            <Scanner />
          </div>
        </form>
        <p class="mt-6">
          <a class="lnk" href="/san-pham">
            {t('catalogue:check.without')}
          </a>
        </p>
        <IslandScript name="scan-code" />
      </div>
    </PublicPage>
  )
}

/** Hidden until the island has found that there is a camera to ask for. */
function Scanner() {
  const { t } = useView()
  return (
    <div
      id="scanner"
      hidden
      data-stop={t('catalogue:check.scan_stop')}
      data-denied={t('catalogue:check.scan_denied')}
      data-other={t('catalogue:check.scan_strange')}
    >
      <Button type="button" variant="secondary" size="lg" icon="camera" class="w-full">
        <span>{t('catalogue:check.scan')}</span>
      </Button>
      <div hidden class="mt-4">
        <video
          class="w-full rounded-box bg-base-300"
          muted
          playsInline
          aria-label={t('catalogue:check.scan')}
        />
        <p class="mt-2" role="status">
          {t('catalogue:check.scan_text')}
        </p>
      </div>
    </div>
  )
}
