import { Button, Icon, Note, TextInput } from '#platform/ui/index.ts'
import { useView } from '#platform/ui/view.ts'
import { CheckedAt } from './truth-band.tsx'
import { TruthDocument } from './truth-document.tsx'

interface UnknownCodePageProps {
  /** What was asked for, as it was written. */
  typed: string
  address: string
  checkedAt: { time: string; day: string }
}

/** No such code: said in words, never in green, with what to look at again. */
export function UnknownCodePage({ typed, address, checkedAt }: UnknownCodePageProps) {
  const { t } = useView()
  return (
    <TruthDocument title={t('recognition:unknown.word')}>
      <section class="border-b-4 border-accent px-5 py-6" aria-labelledby="status">
        <h1 id="status" class="flex items-center gap-3 text-4xl">
          <Icon name="search-x" class="size-11 text-accent" />
          {t('recognition:unknown.word')}
        </h1>
        <p class="mt-2 text-lg">{t('recognition:unknown.sentence')}</p>
        <p class="mt-3 flex items-center gap-2 border-t border-line pt-3">
          <Icon name="clock" />
          <CheckedAt {...checkedAt} before={address.replace(/^https?:\/\//, '')} code={typed} />
        </p>
      </section>
      <section class="px-5 py-6" aria-labelledby="again">
        <h2 id="again" class="text-lg">
          {t('recognition:unknown.look')}
        </h2>
        <ul class="mt-2 list-disc pl-5">
          <li>{t('recognition:unknown.groups')}</li>
          <li>{t('recognition:unknown.letters')}</li>
        </ul>
        <form class="mt-5" action="/kiem-tra" method="get">
          <TextInput
            label={t('recognition:unknown.type_again')}
            name="code"
            value={typed}
            maxlength={40}
            autocomplete="off"
            class="w-full font-semibold tracking-wider uppercase"
          />
          <div class="mt-3 grid grid-cols-2 gap-2">
            <Button type="submit" variant="primary">
              {t('recognition:unknown.check')}
            </Button>
            <Button href="/kiem-tra" variant="secondary" icon="camera">
              {t('recognition:unknown.scan')}
            </Button>
          </div>
        </form>
        <Note tone="warning" class="mt-5">
          {t('recognition:unknown.maybe_false')}
        </Note>
      </section>
    </TruthDocument>
  )
}
