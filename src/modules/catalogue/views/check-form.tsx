import { Button, Icon, TextInput, useView } from '#platform/ui/index.ts'

/** The box for a code. The camera is on the page of its own, the only public one with a script. */
export function CheckForm({ heading: Heading }: { heading: 'h2' }) {
  const { t } = useView()
  return (
    <form action="/kiem-tra" class="panel bg-base-100 p-5">
      <Heading class="flex items-center gap-2 text-lg">
        <Icon name="scan-line" class="text-primary" />
        {t('catalogue:home.check_title')}
      </Heading>
      <p class="mt-1 mb-4 text-ink-2">{t('catalogue:home.check_text')}</p>
      <TextInput
        label={t('catalogue:check.code')}
        name="code"
        maxlength={40}
        autocomplete="off"
        class="w-full font-semibold tracking-widest uppercase"
      />
      <div class="mt-3 grid grid-cols-2 gap-2">
        <Button type="submit" variant="primary">
          {t('catalogue:check.check')}
        </Button>
        <Button href="/kiem-tra" variant="secondary" icon="camera">
          {t('catalogue:check.scan')}
        </Button>
      </div>
    </form>
  )
}
