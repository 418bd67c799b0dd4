import { productSet } from '#modules/products/index.ts'
import { Button, EmptyState, Pager, Panel, Select, Table, Tabs, useView } from '#platform/ui/index.ts'
import type { IdeaState } from '../idea-states.ts'
import { ideaStates } from '../idea-states.ts'
import type { Idea } from '../idea-store.ts'
import { IdeaBadge } from './idea-badge.tsx'
import { PlansFrame } from './plans-frame.tsx'

interface IdeasPageProps {
  ideas: readonly Idea[]
  counts: Partial<Record<IdeaState, number>>
  state: IdeaState | undefined
  year: number | undefined
  years: readonly number[]
  /** As whom the reader sees the list. */
  as: 'producer' | 'officer'
  mayWrite: boolean
  readsYear: boolean
  href: (change: Record<string, string>, path?: string) => string
  next: string | undefined
  isFirst: boolean
}

/** Ideas for products: a producer's own, or those of the place that an officer looks after. */
export function IdeasPage(props: IdeasPageProps) {
  const { t } = useView()
  const { counts, state, as, mayWrite, readsYear, href, next, isFirst } = props
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
  return (
    <PlansFrame
      part="ideas"
      title={t('plans:idea.title')}
      readsYear={readsYear}
      actions={
        <>
          <Button href={href({}, '/plans/ideas.xlsx')} icon="file-spreadsheet" download>
            {t('plans:yearly.excel')}
          </Button>
          {mayWrite && (
            <Button href="/plans/ideas/new" variant="primary" icon="plus">
              {t('plans:idea.new')}
            </Button>
          )}
        </>
      }
    >
      <p class="max-w-3xl text-ink-2">{t(`plans:idea.lead_${as}`)}</p>
      <YearChoice {...props} />
      <Tabs
        items={[
          { href: href({ state: '' }), label: t('plans:idea.all'), count: all, current: !state },
          ...ideaStates
            .filter((one) => (counts[one] ?? 0) > 0 || one === state)
            .map((one) => ({
              href: href({ state: one }),
              label: t(`plans:idea.state.${one}`),
              count: counts[one] ?? 0,
              current: one === state,
              urgent: one === (as === 'producer' ? 'returned' : 'sent'),
            })),
        ]}
      />
      <Panel flush>
        <IdeaTable {...props} />
      </Panel>
      <Pager nextHref={next && href({ after: next })} firstHref={isFirst ? undefined : href({})} />
    </PlansFrame>
  )
}

function YearChoice({ years, year, state }: IdeasPageProps) {
  const { t } = useView()
  if (years.length < 2 && !year) return null
  return (
    <form method="get" action="/plans" class="noprint flex flex-wrap items-end gap-3">
      {state && <input type="hidden" name="state" value={state} />}
      <div class="w-40">
        <Select
          name="year"
          label={t('plans:year_label')}
          empty={t('plans:all_years')}
          value={year ? String(year) : ''}
          options={[...new Set([...years, ...(year ? [year] : [])])].map((one) => ({
            value: String(one),
            label: String(one),
          }))}
        />
      </div>
      <Button>{t('plans:show')}</Button>
    </form>
  )
}

function IdeaTable({ ideas, as, mayWrite }: IdeasPageProps) {
  const { t, locale } = useView()
  const columns = ['name', ...(as === 'officer' ? ['producer', 'commune'] : []), 'stars', 'year', 'state']
  const setOf = (no: number | null) => {
    const set = productSet(no)
    return set && (locale === 'en' ? set.nameEn : set.nameVi)
  }
  return (
    <Table
      caption={t('plans:idea.title')}
      head={columns.map((key) => ({ label: t(`plans:idea.column.${key}`) }))}
      rows={ideas.map((idea) => [
        <div key="name">
          <a class="lnk font-semibold" href={`/plans/ideas/${idea.id}`}>
            {idea.name}
          </a>
          <span class="block text-sm font-normal text-ink-2">{setOf(idea.productSetNo)}</span>
        </div>,
        ...(as === 'officer' ? [idea.producerName, idea.communeName ?? ''] : []),
        idea.expectedStars ? t('platform:stars', { count: idea.expectedStars }) : t('plans:idea.any_stars'),
        String(idea.expectedYear),
        <IdeaBadge key="state" idea={idea} />,
      ])}
      empty={
        <EmptyState
          icon="lightbulb"
          title={t('plans:idea.empty_title')}
          action={
            mayWrite && (
              <Button href="/plans/ideas/new" variant="primary" icon="plus">
                {t('plans:idea.new')}
              </Button>
            )
          }
        >
          {t(`plans:idea.empty_${as}`)}
        </EmptyState>
      }
    />
  )
}
