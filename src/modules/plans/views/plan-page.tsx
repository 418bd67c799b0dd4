import { productSet } from '#modules/products/index.ts'
import { dayOf } from '#platform/dates.ts'
import { Button, DemoLabel, Facts, Note, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import { planTexts, tasksOf } from '../plan-content.ts'
import { monthText } from '../plan-sentences.ts'
import type { BusinessPlan } from '../plan-store.ts'
import type { BusinessPlanRemarkRow } from '../plan-tables.ts'
import { PlanBadge } from './plan-badge.tsx'
import { PlanFiguresView } from './plan-figures-view.tsx'
import { ProseList } from './prose-list.tsx'
import { RemarksPanel, type ReturnedRemark } from './remarks-panel.tsx'

export interface PlanPageProps {
  plan: BusinessPlan
  remarks: readonly BusinessPlanRemarkRow[]
  /** The names of who wrote remarks. */
  names: ReadonlyMap<string, string>
  /** The dossier that was made of it. */
  dossier: { id: string; code: string } | undefined
  /** Whether the reader may open that dossier. */
  seesDossier: boolean
  isOwn: boolean
  mayRemark: boolean
  returned?: ReturnedRemark | undefined
  message?: string | undefined
}

/** A business plan with its sums, what the commune said, and what can be made of it. */
export function PlanPage(props: PlanPageProps) {
  const { t } = useView()
  const { plan, isOwn, message } = props
  const here = `/plans/business/${plan.id}`
  return (
    <WorkPage
      title={plan.name}
      crumbs={[{ href: '/plans/business', label: t('plans:plan.title') }, { label: plan.name }]}
      aside={
        <>
          <PlanBadge plan={plan} />
          {plan.isDemo && <DemoLabel />}
        </>
      }
      actions={
        isOwn && (
          <Button href={`${here}/edit`} icon="pencil">
            {t('plans:plan.edit')}
          </Button>
        )
      }
    >
      {message && (
        <Note tone="error" role="alert" class="mb-5">
          {message}
        </Note>
      )}
      <div class="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div class="grid min-w-0 grid-cols-1 gap-5">
          <WordsPanel plan={plan} />
          <Timetable plan={plan} />
        </div>
        <div class="grid min-w-0 grid-cols-1 gap-5">
          <DossierPanel {...props} />
          <SendPanel {...props} />
          <RemarksPanel {...props} />
          <Panel>
            <div class="flex flex-wrap gap-3">
              <Button href={`${here}/paper/phuong-an.pdf`} icon="printer">
                {t('plans:plan.pdf')}
              </Button>
              <Button href={`${here}/paper/phuong-an.docx`} icon="file-text" download>
                {t('plans:plan.word')}
              </Button>
              <Button href={`${here}/figures.xlsx`} icon="file-spreadsheet" download>
                {t('plans:plan.excel')}
              </Button>
            </div>
          </Panel>
        </div>
      </div>
      <div class="mt-5 grid grid-cols-1 gap-5">
        <PlanFiguresView content={plan.content} />
      </div>
    </WorkPage>
  )
}

function WordsPanel({ plan }: { plan: BusinessPlan }) {
  const { t, locale } = useView()
  const { content } = plan
  const set = productSet(Number(content.productSetNo))
  return (
    <Panel
      title={t('plans:plan.part.words')}
      lead={t('plans:plan.saved_on', { no: plan.version, day: dayOf(plan.savedAt) })}
    >
      <Facts
        items={[
          [t('plans:paper.producer'), plan.producerName],
          [t('plans:idea.column.set'), set ? (locale === 'en' ? set.nameEn : set.nameVi) : t('plans:none')],
          [t('plans:plan.field.workers'), content.workers || t('plans:none')],
          [t('plans:plan.field.localWorkers'), content.localWorkers || t('plans:none')],
        ]}
      />
      {plan.ideaId && (
        <p class="mt-2">
          <a class="lnk" href={`/plans/ideas/${plan.ideaId}`}>
            {t('plans:plan.with_idea', { name: plan.ideaName })}
          </a>
        </p>
      )}
      <div class="mt-4">
        <ProseList items={planTexts.map((field) => [t(`plans:plan.field.${field}`), content[field]])} />
      </div>
    </Panel>
  )
}

function Timetable({ plan }: { plan: BusinessPlan }) {
  const { t } = useView()
  const tasks = tasksOf(plan.content)
  if (tasks.length === 0) return null
  return (
    <Panel title={t('plans:plan.part.timetable')}>
      <ol class="list-decimal space-y-1 pl-5">
        {tasks.map((task, at) => (
          <li key={at}>
            {monthText(task, t)}
            {task.task}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function DossierPanel({ plan, dossier, seesDossier, isOwn }: PlanPageProps) {
  const { t } = useView()
  if (dossier)
    return (
      <Panel title={t('plans:idea.next')}>
        <p>{t('plans:plan.dossier_text', { code: dossier.code })}</p>
        {seesDossier && (
          <Button href={`/dossiers/${dossier.id}`} variant="secondary" icon="folder-open" class="mt-3">
            {t('plans:plan.dossier', { code: dossier.code })}
          </Button>
        )}
      </Panel>
    )
  if (!isOwn) return null
  return (
    <Panel title={t('plans:plan.to_dossier')}>
      <p>{t('plans:plan.to_dossier_text')}</p>
      {plan.content.productSetNo === '' && !plan.productId ? (
        <Note tone="warning" class="mt-3">
          {t('plans:plan.set_missing')}
        </Note>
      ) : (
        <form method="post" action={`/plans/business/${plan.id}/dossier`} class="mt-3">
          <Button variant="primary" icon="folder-plus">
            {t('plans:plan.to_dossier')}
          </Button>
        </form>
      )}
    </Panel>
  )
}

function SendPanel({ plan, isOwn }: PlanPageProps) {
  const { t } = useView()
  if (!isOwn) return null
  if (plan.sentAt) return <Note tone="info">{t('plans:plan.sent_on', { day: dayOf(plan.sentAt) })}</Note>
  return (
    <Panel title={t('plans:plan.send')}>
      <p>{t('plans:plan.send_text')}</p>
      <form method="post" action={`/plans/business/${plan.id}/submission`} class="mt-3">
        <Button icon="send">{t('plans:plan.send')}</Button>
      </form>
    </Panel>
  )
}
