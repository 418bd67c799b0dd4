import {
  Button,
  Checkbox,
  DateInput,
  FileInput,
  Note,
  Panel,
  RadioGroup,
  SendOnce,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { consultantFields, consultantKinds } from '../consultant-fields.ts'
import type { TypedConsultant } from '../consultant-form.ts'
import type { TypedDecision } from './decision-page.tsx'
import { fieldsOf } from './typed-fields.ts'

interface ConsultantFormPageProps {
  /** Who fills it in, and what for. */
  purpose: 'apply' | 'register' | 'change'
  consultant?: { id: string; name: string; version: number; trainingFileId: string | null } | undefined
  typed: TypedConsultant
  /** The decision that registers, where an officer does. */
  decision?: TypedDecision | undefined
  faults?: Record<string, string> | undefined
  message?: string | undefined
}

/** A consultant to be written down: by themselves, asking to be registered, or by the officer who keeps the register. */
export function ConsultantFormPage(props: ConsultantFormPageProps) {
  const { t } = useView()
  const { purpose, consultant, message } = props
  const title = t(`consultants:form.${purpose}`)
  const back = consultant
    ? `/consultants/${consultant.id}`
    : purpose === 'apply'
      ? '/portfolio'
      : '/consultants'
  const home =
    purpose === 'apply'
      ? { href: '/portfolio', label: t('platform:nav.portfolio') }
      : { href: '/consultants', label: t('consultants:title') }
  return (
    <WorkPage
      title={title}
      crumbs={[home, ...(consultant ? [{ href: back, label: consultant.name }] : []), { label: title }]}
    >
      <form method="post" enctype="multipart/form-data" class="max-w-3xl space-y-5">
        {consultant ? <input type="hidden" name="version" value={consultant.version} /> : <SendOnce />}
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        {purpose === 'apply' && <Note tone="info">{t('consultants:form.apply_lead')}</Note>}
        <WhoPanel {...props} />
        <TrainingPanel {...props} />
        {purpose === 'register' && <DecisionPanel {...props} />}
        <p class="flex flex-wrap gap-3">
          <Button variant="primary" icon={purpose === 'apply' ? 'send' : 'save'}>
            {t(`consultants:form.${purpose}_go`)}
          </Button>
          <Button href={back} variant="ghost">
            {t('consultants:form.cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}

function WhoPanel({ typed, faults }: ConsultantFormPageProps) {
  const { t } = useView()
  const field = fieldsOf(t, { group: 'field', typed, faults })
  const kinds = consultantKinds.map((value) => ({
    value,
    label: t(`consultants:kind.${value}`),
    hint: t(`consultants:kind_hint.${value}`),
  }))
  return (
    <Panel class="space-y-4">
      <RadioGroup {...field('kind')} required options={kinds} />
      <TextInput {...field('name')} required maxlength={300} />
      <fieldset>
        <legend class="font-medium">{t('consultants:field.fields')}</legend>
        {faults?.fields && <p class="text-error">{faults.fields}</p>}
        <div class="mt-1 grid gap-x-6 sm:grid-cols-2">
          {consultantFields.map((value) => (
            <Checkbox
              key={value}
              name="fields"
              value={value}
              checked={typed.fields.includes(value)}
              label={t(`consultants:fields.${value}`)}
            />
          ))}
        </div>
      </fieldset>
      <TextInput {...field('address')} optional maxlength={300} autocomplete="street-address" />
      <div class="grid gap-4 md:grid-cols-2">
        <TextInput {...field('phone')} type="tel" optional autocomplete="tel" />
        <TextInput {...field('email')} type="email" optional autocomplete="email" />
        <TextInput {...field('taxCode')} optional inputmode="numeric" />
      </div>
    </Panel>
  )
}

function TrainingPanel({ purpose, consultant, typed, faults }: ConsultantFormPageProps) {
  const { t } = useView()
  const field = fieldsOf(t, { group: 'field', typed, faults })
  const hint = consultant?.trainingFileId ? 'consultants:form.file_stays' : 'consultants:form.file_hint'
  return (
    <Panel title={t('consultants:training.title')} lead={t('consultants:training.lead')} class="space-y-4">
      <TextInput {...field('trainingCourse')} required maxlength={300} />
      <div class="grid gap-4 md:grid-cols-2">
        <TextInput {...field('trainingIssuer')} required maxlength={300} />
        <DateInput {...field('trainedOn')} required />
      </div>
      <FileInput
        name="file"
        label={t('consultants:training.file')}
        hint={t(hint)}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        fault={faults?.file}
        optional={purpose !== 'apply'}
      />
    </Panel>
  )
}

function DecisionPanel({ decision, faults }: ConsultantFormPageProps) {
  const { t } = useView()
  const typed = decision ?? { number: '', decidedOn: '', reason: '' }
  const field = fieldsOf(t, { group: 'decision', typed, faults })
  return (
    <Panel title={t('consultants:decision.registering')}>
      <div class="grid gap-4 md:grid-cols-2">
        <TextInput {...field('number')} required maxlength={100} />
        <DateInput {...field('decidedOn')} required />
      </div>
    </Panel>
  )
}
