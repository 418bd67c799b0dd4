import { Button, Note, Panel, SendOnce, TextArea, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import type { PackFaults, TypedPack } from '../pack-form.ts'
import type { OfferedPaper, OfferedProduct } from '../read-packs.ts'
import { PaperChoice } from './paper-choice.tsx'
import { ProductChoice } from './product-choice.tsx'

export interface PackFormProps {
  producer: { id: string; name: string }
  /** What the producer has to offer, and its papers with a copy. */
  products: readonly Omit<OfferedProduct, 'terms'>[]
  papers: readonly OfferedPaper[]
  typed: TypedPack
  /** Fault words by field. */
  faults: PackFaults
  /** The pack that is changed, with the version it was opened on; without it a new one is made. */
  pack?: { id: string; name: string; version: number } | undefined
  message?: string | undefined
}

/** A pack to be put together or changed: for whom, which products on which terms, which papers. */
export function PackFormPage(props: PackFormProps) {
  const { t } = useView()
  const { producer, pack, typed, faults, message } = props
  const list = `/producers/${producer.id}/buyer-packs`
  const back = pack ? `/buyer-packs/${pack.id}` : list
  const title = t(pack ? 'buyer-packs:edit' : 'buyer-packs:new')
  const field = (name: 'name' | 'buyer' | 'contact' | 'note') => ({
    name,
    label: t(`buyer-packs:field.${name}`),
    value: typed[name],
    fault: faults[name] && t(`buyer-packs:fault.${faults[name]}`),
  })
  return (
    <WorkPage
      title={title}
      crumbs={[
        { href: list, label: t('buyer-packs:title') },
        ...(pack ? [{ href: back, label: pack.name }] : []),
        { label: title },
      ]}
    >
      <form method="post" action={pack ? `${back}/edit` : list} class="max-w-4xl space-y-5">
        {pack ? <input type="hidden" name="version" value={pack.version} /> : <SendOnce />}
        {(message || Object.keys(faults).length > 0) && (
          <Note tone="error" role="alert">
            {message ?? t('buyer-packs:refusal.faulty')}
          </Note>
        )}
        <Panel class="space-y-4" title={t('buyer-packs:form.whom')}>
          <div class="grid gap-4 md:grid-cols-2">
            <TextInput
              {...field('name')}
              hint={t('buyer-packs:hint.name')}
              maxlength={200}
              required
              autocomplete="off"
            />
            <TextInput
              {...field('buyer')}
              hint={t('buyer-packs:hint.buyer')}
              maxlength={200}
              optional
              autocomplete="off"
            />
          </div>
          <TextInput {...field('contact')} hint={t('buyer-packs:hint.contact')} maxlength={500} optional />
          <TextArea {...field('note')} hint={t('buyer-packs:hint.note')} rows={3} maxlength={2000} optional />
        </Panel>
        <ProductChoice {...props} />
        <PaperChoice {...props} />
        <p class="flex flex-wrap gap-3">
          <Button variant="primary" icon="save">
            {t('buyer-packs:save')}
          </Button>
          <Button href={back} variant="ghost">
            {t('buyer-packs:cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}
