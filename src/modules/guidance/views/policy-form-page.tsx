import {
  Button,
  Checkbox,
  DateInput,
  Note,
  Panel,
  SendOnce,
  TextArea,
  TextInput,
  useView,
  WorkPage,
} from '#platform/ui/index.ts'
import { criterionKinds } from '../criterion-kinds.ts'
import type { PolicyFaults, TypedPolicy } from '../policy-form.ts'

interface PolicyFormPageProps {
  /** Null for a new one. */
  policy: { id: string; version: number } | null
  typed: TypedPolicy
  faults?: PolicyFaults
  message?: string | undefined
}

/** A support policy to write down or to mend. */
export function PolicyFormPage({ policy, typed, faults = {}, message }: PolicyFormPageProps) {
  const { t } = useView()
  const title = t(policy ? 'guidance:policy.edit_title' : 'guidance:policy.new_title')
  return (
    <WorkPage
      title={title}
      crumbs={[{ href: '/guidance/policies', label: t('guidance:policy.title') }, { label: title }]}
    >
      <form
        method="post"
        action={policy ? `/guidance/policies/${policy.id}` : '/guidance/policies'}
        class="grid max-w-3xl gap-5"
      >
        {!policy && <SendOnce />}
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        {policy && <input type="hidden" name="version" value={policy.version} />}
        <PolicyFields {...{ typed, faults }} />
        <KindFields typed={typed} />
        <p class="flex flex-wrap gap-3">
          <Button variant="primary">{t('guidance:policy.save')}</Button>
          {policy && (
            <Button href={`/guidance/policies/${policy.id}/removal`}>{t('guidance:policy.remove')}</Button>
          )}
        </p>
      </form>
    </WorkPage>
  )
}

function PolicyFields({ typed, faults }: { typed: TypedPolicy; faults: PolicyFaults }) {
  const { t } = useView()
  const field = (name: 'title' | 'decisionNumber' | 'pays' | 'link' | 'validFrom' | 'validTo') => ({
    name,
    label: t(`guidance:policy.field.${name}`),
    value: typed[name],
    fault: faults[name] && t(`guidance:fault.${faults[name]}`),
  })
  return (
    <Panel>
      <div class="grid gap-4">
        <TextInput {...field('title')} />
        <TextArea {...field('pays')} rows={4} />
        <TextInput {...field('decisionNumber')} optional hint={t('guidance:policy.number_hint')} />
        <TextInput {...field('link')} optional inputmode="url" />
        <div class="grid gap-4 sm:grid-cols-2">
          <DateInput {...field('validFrom')} optional />
          <DateInput {...field('validTo')} optional />
        </div>
        <Checkbox
          name="isVerified"
          label={t('guidance:policy.field.isVerified')}
          hint={t('guidance:policy.verified_hint')}
          checked={typed.isVerified}
        />
      </div>
    </Panel>
  )
}

function KindFields({ typed }: { typed: TypedPolicy }) {
  const { t } = useView()
  return (
    <Panel>
      <fieldset>
        <legend class="font-semibold">{t('guidance:policy.field.kinds')}</legend>
        <p class="text-sm text-ink-2">{t('guidance:policy.kinds_hint')}</p>
        <div class="mt-2 grid gap-x-6 sm:grid-cols-2">
          {criterionKinds.map((kind) => (
            <Checkbox
              key={kind}
              name="kinds"
              value={kind}
              label={t(`guidance:kind.${kind}`)}
              checked={typed.kinds.includes(kind)}
            />
          ))}
        </div>
      </fieldset>
    </Panel>
  )
}
