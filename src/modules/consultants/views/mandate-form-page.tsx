import {
  Button,
  Checkbox,
  DateInput,
  EmptyState,
  Note,
  Panel,
  RadioGroup,
  Select,
  SendOnce,
  TextArea,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import type { TypedMandate } from '../mandate-form.ts'
import { mandateParts, payers } from '../mandate-parts.ts'
import type { MandateForm } from '../read-mandate-form.ts'
import { fieldsOf } from './typed-fields.ts'

interface MandateFormPageProps {
  form: MandateForm
  typed: TypedMandate
  faults?: Record<string, string> | undefined
  message?: string | undefined
}

/** A mandate to propose: first with whom, then over what, for how much, how long; signed by typing one's name. */
export function MandateFormPage(props: MandateFormPageProps) {
  const { t } = useView()
  const { form, message } = props
  const title = t(form.side === 'consultant' ? 'consultants:mandate.offer' : 'consultants:mandate.ask')
  return (
    <WorkPage
      title={title}
      crumbs={[{ href: '/mandates', label: t('consultants:mandates.title') }, { label: title }]}
    >
      {form.producer ? (
        <form method="post" action="/mandates" class="max-w-3xl space-y-5">
          <SendOnce />
          {message && (
            <Note tone="error" role="alert">
              {message}
            </Note>
          )}
          <input type="hidden" name="producerId" value={form.producer.id} />
          <BetweenPanel {...props} />
          <OverPanel {...props} />
          <TermPanel {...props} />
          <SignPanel {...props} />
        </form>
      ) : (
        <ChooseProducer form={form} />
      )}
    </WorkPage>
  )
}

/** A consultant looks a producer up by name; somebody who acts for several chooses for which. */
function ChooseProducer({ form: { side, producers, search } }: { form: MandateForm }) {
  const { t } = useView()
  return (
    <Panel title={t('consultants:mandate.which_producer')} class="max-w-3xl">
      {side === 'consultant' && (
        <form method="get" class="mb-4 flex flex-wrap items-end gap-3">
          <TextInput
            label={t('consultants:mandate.producer_name')}
            name="q"
            type="search"
            value={search}
            required
          />
          <Button icon="search">{t('consultants:search_go')}</Button>
        </form>
      )}
      <ul class="divide-y divide-line">
        {producers.map(({ id, name }) => (
          <li key={id}>
            <a class="lnk flex min-h-11 items-center" href={`/mandates/new?producer=${id}`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      {search && producers.length === 0 && (
        <EmptyState icon="search-x" title={t('consultants:mandate.no_producer')}>
          {t('consultants:mandate.no_producer_text')}
        </EmptyState>
      )}
    </Panel>
  )
}

function BetweenPanel({ form, typed, faults }: MandateFormPageProps) {
  const { t } = useView()
  const field = fieldsOf(t, { group: 'mandate.field', typed, faults })
  return (
    <Panel title={t('consultants:mandate.between')} class="space-y-4">
      <p>
        {t('consultants:mandate.producer')}: <b>{form.producer?.name}</b>
      </p>
      {form.side === 'consultant' ? (
        <p>
          {t('consultants:mandate.consultant')}: <b>{form.own?.name}</b>
        </p>
      ) : (
        <Select
          {...field('consultantId')}
          hint={t('consultants:mandate.consultant_hint')}
          required
          empty={t('platform:form.choose')}
          options={form.consultants.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Panel>
  )
}

function OverPanel({ form, typed, faults }: MandateFormPageProps) {
  const { t } = useView()
  const field = fieldsOf(t, { group: 'mandate.field', typed, faults })
  const reaches = ['products', 'whole'].map((value) => ({
    value,
    label: t(`consultants:mandate.reach.${value}`),
  }))
  return (
    <Panel title={t('consultants:mandate.over')} class="space-y-4">
      <RadioGroup {...field('reach')} options={reaches} required />
      <fieldset>
        <legend class="font-medium">{t('consultants:mandate.field.productIds')}</legend>
        <p class="text-sm text-ink-2">{t('consultants:mandate.products_hint')}</p>
        {faults?.productIds && <p class="text-error">{faults.productIds}</p>}
        <div class="mt-1 grid gap-x-6 sm:grid-cols-2">
          {form.products.map(({ id, name }) => (
            <Checkbox
              key={id}
              name="productIds"
              value={id}
              checked={typed.productIds.includes(id)}
              label={name}
            />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend class="font-medium">{t('consultants:mandate.field.parts')}</legend>
        {faults?.parts && <p class="text-error">{faults.parts}</p>}
        {mandateParts.map((value) => (
          <Checkbox
            key={value}
            name="parts"
            value={value}
            checked={typed.parts.includes(value)}
            label={t(`consultants:part.${value}`)}
            hint={t(`consultants:part_hint.${value}`)}
          />
        ))}
      </fieldset>
      <TextArea
        {...field('work')}
        hint={t('consultants:mandate.work_hint')}
        rows={4}
        required
        maxlength={4000}
      />
    </Panel>
  )
}

function TermPanel({ typed, faults }: MandateFormPageProps) {
  const { t } = useView()
  const field = fieldsOf(t, { group: 'mandate.field', typed, faults })
  return (
    <Panel title={t('consultants:mandate.term')} class="space-y-4">
      <div class="grid gap-4 md:grid-cols-2">
        <DateInput {...field('fromOn')} required />
        <DateInput {...field('toOn')} required />
        <TextInput {...field('fee')} hint={t('consultants:mandate.fee_hint')} inputmode="numeric" optional />
        <Select
          {...field('payer')}
          empty={t('consultants:mandate.nobody_pays')}
          options={payers.map((value) => ({ value, label: t(`consultants:payer.${value}`) }))}
          optional
        />
      </div>
      <TextInput
        {...field('payerNote')}
        hint={t('consultants:mandate.payer_note_hint')}
        optional
        maxlength={300}
      />
    </Panel>
  )
}

function SignPanel({ form, typed, faults }: MandateFormPageProps) {
  const { t, actor } = useView()
  const field = fieldsOf(t, { group: 'mandate.field', typed, faults })
  return (
    <Panel title={t('consultants:sign.title')} class="space-y-4">
      <p>{t(`consultants:sign.first_${form.side}`)}</p>
      <TextInput
        {...field('signature')}
        hint={t('consultants:sign.hint', { name: actor.name })}
        autocomplete="off"
        required
      />
      <p class="flex flex-wrap gap-3">
        <Button variant="primary" icon="signature">
          {t('consultants:sign.propose')}
        </Button>
        <Button href="/mandates" variant="ghost">
          {t('consultants:form.cancel')}
        </Button>
      </p>
    </Panel>
  )
}
