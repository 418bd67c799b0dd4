import { productSet } from '#modules/products/index.ts'
import { dayOf } from '#platform/dates.ts'
import { Button, DemoLabel, Facts, Note, Panel, useView, WorkPage } from '#platform/ui/index.ts'
import { missingInIdea } from '../idea-form.ts'
import type { Idea } from '../idea-store.ts'
import { AnswerForm, type ReturnedAnswer } from './answer-form.tsx'
import { IdeaBadge } from './idea-badge.tsx'
import { ProseList } from './prose-list.tsx'

export interface IdeaPageProps {
  idea: Idea
  /** Who answered it, if anybody has. */
  decidedBy: string | undefined
  /** What the reader may do with it now. */
  mayWrite: boolean
  mayAnswer: boolean
  mayPlan: boolean
  /** Whether the reader may open the plan that was begun with it. */
  seesPlan: boolean
  returned?: ReturnedAnswer | undefined
}

/** An idea with what comes next, for the producer and for the commune. */
export function IdeaPage(props: IdeaPageProps) {
  const { t } = useView()
  const { idea, mayAnswer, returned } = props
  return (
    <WorkPage
      title={idea.name}
      crumbs={[{ href: '/plans', label: t('plans:idea.title') }, { label: idea.name }]}
      aside={
        <>
          <IdeaBadge idea={idea} />
          {idea.isDemo && <DemoLabel />}
        </>
      }
    >
      <div class="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel title={t('plans:idea.facts')}>
          <IdeaFacts idea={idea} />
        </Panel>
        <div class="grid gap-5">
          <Answer {...props} />
          {mayAnswer && <AnswerForm idea={idea} returned={returned} />}
          <Next {...props} />
        </div>
      </div>
    </WorkPage>
  )
}

function IdeaFacts({ idea }: { idea: Idea }) {
  const { t, locale } = useView()
  const set = productSet(idea.productSetNo)
  const texts = ['description', 'material', 'market', 'support'] as const
  const stars = idea.expectedStars
  return (
    <>
      <ProseList items={texts.map((field) => [t(`plans:idea.field.${field}`), idea[field]])} />
      <div class="mt-4">
        <Facts
          items={[
            [t('plans:idea.column.producer'), idea.producerName],
            [t('plans:idea.column.commune'), idea.communeName ?? ''],
            [t('plans:idea.column.set'), set ? (locale === 'en' ? set.nameEn : set.nameVi) : t('plans:none')],
            [
              t('plans:idea.column.stars'),
              stars ? t('platform:stars', { count: stars }) : t('plans:idea.any_stars'),
            ],
            [t('plans:idea.column.year'), String(idea.expectedYear)],
          ]}
        />
      </div>
      {idea.writtenBy === 'commune' && (
        <p class="mt-3 text-sm text-ink-2">{t('plans:idea.written_by_commune')}</p>
      )}
    </>
  )
}

/** What the commune said; with an idea that was sent again it is what it said the last time. */
function Answer({ idea, decidedBy }: IdeaPageProps) {
  const { t } = useView()
  if (!idea.decidedAt) return null
  const tone = idea.state === 'accepted' ? 'success' : idea.state === 'declined' ? 'error' : 'warning'
  return (
    <Note tone={tone} title={t(idea.state === 'sent' ? 'plans:idea.last_answer' : 'plans:idea.answered')}>
      {idea.answer && <p class="whitespace-pre-line">{idea.answer}</p>}
      <p class="text-sm">
        {t('plans:idea.answered_on', { name: decidedBy ?? '', day: dayOf(idea.decidedAt) })}
      </p>
    </Note>
  )
}

function Next({ idea, mayWrite, mayPlan, seesPlan, mayAnswer }: IdeaPageProps) {
  const { t } = useView()
  const { id, state, planId, plannedYear } = idea
  if (planId && seesPlan)
    return (
      <Panel title={t('plans:idea.next')}>
        <Button href={`/plans/business/${planId}`} variant="secondary" icon="file-text">
          {t('plans:idea.plan')}
        </Button>
      </Panel>
    )
  if (mayPlan)
    return (
      <Panel title={t('plans:idea.next')}>
        <p>{t('plans:idea.to_plan_text', { year: plannedYear })}</p>
        <Button href={`/plans/business/new?idea=${id}`} variant="primary" icon="file-pen" class="mt-3">
          {t('plans:idea.to_plan')}
        </Button>
      </Panel>
    )
  if (mayWrite) return <SendPanel idea={idea} />
  return state === 'sent' && !mayAnswer ? <Note tone="info">{t('plans:idea.waits_commune')}</Note> : null
}

function SendPanel({ idea }: { idea: Idea }) {
  const { t } = useView()
  const missing = missingInIdea(idea).map((field) => t(`plans:idea.field.${field}`))
  const here = `/plans/ideas/${idea.id}`
  return (
    <Panel title={t('plans:idea.next')}>
      <p>
        {missing.length > 0
          ? t('plans:idea.missing_text', { what: missing.join(', ') })
          : t('plans:idea.send_text')}
      </p>
      <div class="mt-3 flex flex-wrap gap-3">
        {missing.length === 0 && (
          <form method="post" action={`${here}/submission`}>
            <Button variant="primary" icon="send">
              {t('plans:idea.send')}
            </Button>
          </form>
        )}
        <Button href={`${here}/edit`} icon="pencil" variant={missing.length > 0 ? 'primary' : 'plain'}>
          {t('plans:idea.edit')}
        </Button>
      </div>
      {idea.state === 'draft' && (
        <details class="mt-3">
          <summary class="lnk flex min-h-11 cursor-pointer items-center">{t('plans:idea.remove')}</summary>
          <form method="post" action={`${here}/removal`}>
            <p>{t('plans:idea.remove_text')}</p>
            <Button variant="danger" class="mt-3">
              {t('plans:idea.remove')}
            </Button>
          </form>
        </details>
      )}
    </Panel>
  )
}
