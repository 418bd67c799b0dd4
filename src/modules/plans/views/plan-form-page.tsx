import { ProductSetSelect } from '#modules/products/index.ts'
import { Button, Note, Panel, SendOnce, TextArea, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import {
  capitalLines,
  investmentLines,
  type PlanContent,
  type PlanFaults,
  planTexts,
} from '../plan-content.ts'
import { PlanYearsFields, TaskFields } from './plan-figure-fields.tsx'
import { fieldsOf } from './typed-fields.ts'

export interface PlanFormPageProps {
  typed: PlanContent
  faults: PlanFaults
  /** The plan that is changed, with the version it was opened on; without it a new one is begun. */
  plan?: { id: string; name: string; version: number } | undefined
  /** The idea that a new plan carries out, and whose it is. */
  idea?: { id: string; name: string } | undefined
  producerId?: string | undefined
  message?: string | undefined
}

/** The light form of step 3. Sums are computed, never typed; it may be saved half done. */
export function PlanFormPage(props: PlanFormPageProps) {
  const { t } = useView()
  const { plan, idea, faults, message } = props
  const title = t(plan ? 'plans:plan.edit' : 'plans:plan.new')
  const back = plan ? `/plans/business/${plan.id}` : idea ? `/plans/ideas/${idea.id}` : '/plans/business'
  return (
    <WorkPage
      title={title}
      crumbs={[
        { href: '/plans/business', label: t('plans:plan.title') },
        ...(plan ? [{ href: back, label: plan.name }] : []),
        { label: title },
      ]}
    >
      <form
        method="post"
        action={plan ? `/plans/business/${plan.id}` : '/plans/business'}
        class="max-w-4xl space-y-5"
      >
        {!plan && <SendOnce />}
        <HiddenFields {...props} />
        {(message || Object.keys(faults).length > 0) && (
          <Note tone="error" role="alert">
            {message ?? t('plans:faulty')}
          </Note>
        )}
        <p class="text-ink-2">{t('plans:plan.form_lead')}</p>
        {idea && <Note tone="info">{t('plans:plan.with_idea', { name: idea.name })}</Note>}
        <WordsPanels {...props} />
        <MoneyPanel {...props} />
        <PlanYearsFields {...props} />
        <TaskFields {...props} />
        <p class="flex flex-wrap gap-3">
          <Button variant="primary" icon="save">
            {t('plans:save')}
          </Button>
          <Button href={back} variant="ghost">
            {t('plans:cancel')}
          </Button>
        </p>
      </form>
    </WorkPage>
  )
}

/** What the form is about: the plan with its version, or whose new plan it is. */
function HiddenFields({ plan, idea, producerId }: PlanFormPageProps) {
  return (
    <>
      {plan && <input type="hidden" name="version" value={plan.version} />}
      {idea && <input type="hidden" name="ideaId" value={idea.id} />}
      {producerId && <input type="hidden" name="producerId" value={producerId} />}
    </>
  )
}

function WordsPanels({ typed, faults }: PlanFormPageProps) {
  const { t } = useView()
  const field = fieldsOf(t, { group: 'plan.field', typed, faults })
  const hinted = ['specification', 'scale', 'quality']
  const hint = (name: string) => (hinted.includes(name) ? { hint: t(`plans:plan.hint.${name}`) } : {})
  const rest = planTexts.filter((name) => name !== 'specification')
  return (
    <>
      <Panel class="space-y-4" title={t('plans:plan.part.product')}>
        <TextInput {...field('name')} maxlength={200} required />
        <ProductSetSelect {...field('productSetNo')} />
        <TextInput {...field('specification')} {...hint('specification')} maxlength={500} />
      </Panel>
      <Panel class="space-y-4" title={t('plans:plan.part.words')}>
        {rest.map((name) => (
          <TextArea key={name} {...field(name)} {...hint(name)} rows={3} maxlength={4000} />
        ))}
      </Panel>
      <Panel title={t('plans:plan.part.labour')}>
        <div class="grid gap-4 sm:grid-cols-2">
          <TextInput {...field('workers')} inputmode="numeric" />
          <TextInput {...field('localWorkers')} inputmode="numeric" />
        </div>
      </Panel>
    </>
  )
}

function MoneyPanel({ typed, faults }: PlanFormPageProps) {
  const { t } = useView()
  const field = fieldsOf(t, { group: 'plan.field', typed, faults })
  return (
    <Panel title={t('plans:plan.part.money')} lead={t('plans:plan.money_lead')}>
      <div class="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {[investmentLines, capitalLines].map((lines) => (
          <div key={lines[0]} class="grid content-start gap-4">
            {lines.map((line) => (
              <TextInput key={line} {...field(line)} inputmode="numeric" />
            ))}
          </div>
        ))}
      </div>
    </Panel>
  )
}
