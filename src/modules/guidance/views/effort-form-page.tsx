import type { CriteriaSet, Criterion } from '#modules/regulation/index.ts'
import { Button, Note, Panel, TextArea, TextInput, useView, WorkPage } from '#platform/ui/index.ts'
import type { CriterionKind } from '../criterion-kinds.ts'
import type { EffortFaults, TypedEffort } from '../effort-form.ts'
import type { EffortFigures } from '../effort-of.ts'

interface EffortFormPageProps {
  figures: EffortFigures
  typed: TypedEffort
  /** The version that the form started from. */
  version: number
  /** Names of the criteria that the kind stands for. */
  criteria: readonly string[]
  faults?: EffortFaults
  message?: string | undefined
  /** The one criterion that the figures are for; without it they are for all of the kind. */
  criterion?: { set: CriteriaSet; criterion: Criterion; kind: CriterionKind } | undefined
}

/** The province's own figures for a kind of criterion, or for one criterion, level by level. */
export function EffortFormPage(props: EffortFormPageProps) {
  const { t } = useView()
  const { figures, version, criteria, message } = props
  const { title, crumbs, restore, group } = useSubject(props)
  return (
    <WorkPage
      title={title}
      crumbs={[{ href: '/guidance', label: t('guidance:efforts.title') }, ...crumbs, { label: title }]}
    >
      <div class="grid max-w-3xl gap-5">
        {criteria.length > 0 && (
          <p class="text-ink-2">{t('guidance:efforts.used_in', { names: criteria.join(', ') })}</p>
        )}
        {figures.fixed && <Note tone="info">{t('guidance:efforts.fixed_text')}</Note>}
        {message && (
          <Note tone="error" role="alert">
            {message}
          </Note>
        )}
        <EffortForm {...props} />
        {version > 0 && (
          <Panel title={t(`guidance:${group}.restore`)}>
            <p>{t(`guidance:${group}.restore_text`)}</p>
            <form method="post" action={restore} class="mt-3">
              <input type="hidden" name="version" value={version} />
              <Button variant="danger">{t(`guidance:${group}.restore`)}</Button>
            </form>
          </Panel>
        )}
      </div>
    </WorkPage>
  )
}

/** What the page is about: a kind, or one criterion; and where its forms go. */
function useSubject({ figures, criterion: about }: EffortFormPageProps) {
  const { t, locale } = useView()
  if (!about) {
    const action = `/guidance/efforts/${figures.kind}`
    return {
      title: t(`guidance:kind.${figures.kind}`),
      crumbs: [],
      action,
      restore: `${action}/estimate`,
      group: 'efforts',
    }
  }
  const { set, criterion } = about
  const named = (one: { nameVi: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameVi)
  const action = `/guidance/sets/${set.id}/criteria/${criterion.code}`
  const label = t('guidance:practice.set', { no: set.productSetNo, name: named(set) })
  return {
    title: `${criterion.code} ${named(criterion)}`,
    crumbs: [{ href: `/guidance/sets?set=${set.id}`, label }],
    action,
    restore: `${action}/kind`,
    group: 'criterion',
  }
}

function EffortForm(props: EffortFormPageProps) {
  const { t } = useView()
  const { figures, typed, version, faults = {} } = props
  const { action } = useSubject(props)
  const sentence = (field: string) => (faults[field] ? t(`guidance:fault.${faults[field]}`) : undefined)
  const { kind, levels, helper } = figures
  const common = { papers: t(`guidance:papers.${kind}`), helper: t(`guidance:helper.${helper}`) }
  return (
    <form method="post" action={action} class="grid gap-5">
      <input type="hidden" name="version" value={version} />
      <Panel title={t('guidance:efforts.levels')} lead={t('guidance:efforts.level_lead')}>
        {levels.map((_, at) => {
          const no = at + 1
          return (
            <fieldset key={no} class="mt-3">
              <legend class="font-semibold">{t('guidance:efforts.level_title', { no })}</legend>
              <div class="mt-1 grid gap-3 sm:grid-cols-2">
                <TextInput
                  label={t('guidance:efforts.months')}
                  name={`months-${no}`}
                  inputmode="numeric"
                  value={typed.months[at] ?? ''}
                  fault={sentence(`months-${no}`)}
                />
                <TextInput
                  label={t('guidance:efforts.cost')}
                  name={`cost-${no}`}
                  inputmode="numeric"
                  value={typed.cost[at] ?? ''}
                  fault={sentence(`cost-${no}`)}
                />
              </div>
            </fieldset>
          )
        })}
      </Panel>
      <Panel>
        <div class="grid gap-4">
          <TextArea
            label={t('guidance:efforts.papers')}
            name="papers"
            optional
            rows={3}
            hint={t('guidance:efforts.papers_hint', { common: common.papers })}
            value={typed.papers}
            fault={sentence('papers')}
          />
          <TextArea
            label={t('guidance:efforts.helper')}
            name="helperNote"
            optional
            rows={2}
            hint={t('guidance:efforts.papers_hint', { common: common.helper })}
            value={typed.helperNote}
            fault={sentence('helperNote')}
          />
        </div>
      </Panel>
      <p>
        <Button variant="primary">{t('guidance:efforts.save')}</Button>
      </p>
    </form>
  )
}
