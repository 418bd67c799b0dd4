import { Breadcrumbs, Button, Note, PublicPage, useView } from '#platform/ui/index.ts'
import type { ToldPlan } from '../plan-for.ts'
import { practiceFields } from '../practice-form.ts'
import { PlanAims } from './plan-aims.tsx'
import { RaisePlanView } from './raise-plan-view.tsx'
import { StandingSummary } from './standing-summary.tsx'

/** What a practice comes to, and the plan of raises; the answers travel on in the form alone. */
export function PracticeResultPage({ told }: { told: ToldPlan }) {
  const { t, locale, actor } = useView()
  const { set } = told.law
  const name = locale === 'en' ? set.nameEn : set.nameVi
  const title = t('guidance:practice.result_of', { no: set.productSetNo, name })
  const isProducer = actor.holdings.some(({ role }) => role === 'producer')
  return (
    <PublicPage title={title}>
      <div class="wrap max-w-5xl py-8">
        <Breadcrumbs crumbs={[{ href: '/tu-cham', label: t('guidance:practice.title') }, { label: title }]} />
        <h1 class="text-2xl lg:text-3xl">{title}</h1>
        <Note tone="warning" class="mt-4" title={t('guidance:practice.no_result')}>
          {t('guidance:practice.result_note')}
        </Note>
        <div class="mt-5 grid gap-5">
          <StandingSummary told={told} />
          <form method="post" action={`/tu-cham/${set.id}`} class="noprint">
            {practiceFields(told.answers).map(([field, value]) => (
              <input key={`${field} ${value}`} type="hidden" name={field} value={value} />
            ))}
            <PlanAims told={told}>
              <Button name="go" value="edit" icon="pencil">
                {t('guidance:practice.edit')}
              </Button>
              <Button name="go" value="excel" icon="file-spreadsheet">
                {t('guidance:plan.excel')}
              </Button>
              {isProducer && (
                <Button formaction={`/dossiers/practice/${set.id}`} variant="secondary" icon="folder-plus">
                  {t('guidance:practice.open_dossier')}
                </Button>
              )}
            </PlanAims>
          </form>
          <h2 class="text-xl">{t('guidance:plan.heading', { stars: told.stars })}</h2>
          <RaisePlanView told={told} />
          <p class="noprint text-ink-2">
            {t('guidance:practice.keep')} {!isProducer && t('guidance:practice.dossier_who')}
          </p>
        </div>
      </div>
    </PublicPage>
  )
}
